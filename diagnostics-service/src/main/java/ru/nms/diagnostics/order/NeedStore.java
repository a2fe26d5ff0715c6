package ru.nms.diagnostics.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;

/// Finds what speaks for a need of a person. Its callers have found that the person may be spoken of.
@Repository
class NeedStore {

    private final DatabaseClient db;

    NeedStore(DatabaseClient db) {
        this.db = db;
    }

    /// @param assessed whether the person was measured in it
    record Lacking(UUID id, String competence, String level, boolean assessed) {}

    Flux<Lacking> deficits(UUID person) {
        return db.sql("""
                SELECT d.id, d.competence, d.level,
                       EXISTS (SELECT FROM result r JOIN score s ON s.result_id = r.id AND s.competence = d.competence
                                WHERE r.person_id = d.person_id AND NOT r.deleted) AS assessed
                  FROM deficit d WHERE d.person_id = :person AND d.status = 'OPEN' AND NOT d.deleted
                 ORDER BY d.competence
                """)
                .bind("person", person)
                .mapProperties(Lacking.class)
                .all();
    }

    /// What a person's students achieved, and those of the school whose teacher is not named.
    record Achieved(String area, LocalDate takenOn, BigDecimal points, BigDecimal maximum) {}

    /// The newest of each procedure, subject and area.
    Flux<Achieved> achieved(UUID person, LocalDate today) {
        return db.sql("""
                SELECT DISTINCT ON (e.area, e.organisation_id, e.kind, e.subject, e.teacher_id) e.area, e.taken_on, e.points, e.maximum
                  FROM student_result e
                 WHERE NOT e.deleted AND (e.teacher_id = :person OR e.teacher_id IS NULL AND EXISTS (
                       SELECT FROM person_post w
                        WHERE w.organisation_id = e.organisation_id AND w.person_id = :person AND w.teaching
                          AND w.since <= :today AND (w.until IS NULL OR w.until > :today)
                          AND (cardinality(w.subjects) = 0 OR e.subject = ANY (w.subjects))))
                 ORDER BY e.area, e.organisation_id, e.kind, e.subject, e.teacher_id, e.taken_on DESC, e.id DESC
                """)
                .bind("person", person).bind("today", today)
                .mapProperties(Achieved.class)
                .all();
    }
}
