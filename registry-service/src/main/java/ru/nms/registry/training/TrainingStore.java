package ru.nms.registry.training;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/// SQL about courses that no register has.
@Repository
class TrainingStore {

    private final DatabaseClient db;

    TrainingStore(DatabaseClient db) {
        this.db = db;
    }

    Mono<AcademyCourse> course(UUID id) {
        return db.sql("""
                SELECT title, hours, starts_on, ends_on, registration_until, quota_min FROM academy_course WHERE id = :id
                """)
                .bind("id", id)
                .mapProperties(AcademyCourse.class)
                .one();
    }
}
