package ru.nms.registry.methodist;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/// What the registry knows of somebody who wants to be a methodist.
@Repository
class CandidateStore {

    private final DatabaseClient db;

    CandidateStore(DatabaseClient db) {
        this.db = db;
    }

    Mono<CandidateCheck.Facts> facts(UUID person) {
        return db.sql("""
                SELECT category, speciality_since,
                       education_level || CASE WHEN education_pedagogical THEN '_PEDAGOGICAL' ELSE '' END AS education
                  FROM person WHERE id = :person
                """)
                .bind("person", person)
                .mapProperties(CandidateCheck.Facts.class)
                .one();
    }
}
