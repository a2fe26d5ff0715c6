package ru.nms.platform.idempotency;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

/// What others may do with kept answers.
public final class KeptAnswers {

    private KeptAnswers() {}

    /// Removes those that name a person. In the caller's transaction.
    public static Mono<Void> forget(DatabaseClient db, UUID person) {
        return db.sql("DELETE FROM idempotency WHERE position(convert_to(:person, 'UTF8') IN body) > 0")
                .bind("person", person.toString()).then();
    }
}
