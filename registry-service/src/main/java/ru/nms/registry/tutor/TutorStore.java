package ru.nms.registry.tutor;

import java.time.LocalDate;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/// SQL about tutors that no register has.
@Repository
class TutorStore {

    private final DatabaseClient db;

    TutorStore(DatabaseClient db) {
        this.db = db;
    }

    /// Whether the person is on the staff of a municipal service, or teaches, on the day.
    Mono<Boolean> mayTutorThere(UUID person, LocalDate on) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM mms_employee m WHERE m.person_id = :person AND NOT m.deleted
                                  AND m.since <= :on AND (m.until IS NULL OR m.until > :on))
                    OR EXISTS (SELECT FROM post s WHERE s.person_id = :person AND s.teaching
                                  AND s.since <= :on AND (s.until IS NULL OR s.until > :on)) AS may
                """)
                .bind("person", person).bind("on", on)
                .map(row -> Boolean.TRUE.equals(row.get("may", Boolean.class)))
                .one();
    }
}
