package ru.nms.registry.trace;

import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/// Under which other ids entries speak of a person: as an employee, a methodist, a tutor, one of a pair.
@Repository
class RoleStore {

    private final DatabaseClient db;

    RoleStore(DatabaseClient db) {
        this.db = db;
    }

    Mono<List<UUID>> of(UUID person) {
        return db.sql("""
                SELECT id FROM mms_employee WHERE person_id = :person
                UNION ALL SELECT id FROM methodist WHERE person_id = :person
                UNION ALL SELECT id FROM tutor WHERE person_id = :person
                UNION ALL SELECT id FROM mentorship WHERE mentor_id = :person OR mentee_ids = ARRAY[CAST(:person AS uuid)]
                """)
                .bind("person", person)
                .mapValue(UUID.class)
                .all().collectList();
    }
}
