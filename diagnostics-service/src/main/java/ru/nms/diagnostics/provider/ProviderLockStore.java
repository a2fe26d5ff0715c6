package ru.nms.diagnostics.provider;

import java.util.Collection;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/// Keeps what a provider reports and what its words mean from missing each other: of two transactions that do not see each other
/// yet, neither would bring them together. Batches of a provider's files go on beside each other; who says what its words mean
/// waits for those that run, and then finds all their rows, while later ones wait and find the new meaning. Until the transaction ends.
///
/// A statement of its own: what the next one sees begins when the lock is there.
@Repository
class ProviderLockStore {

    private static final String KEY = "hashtextextended('provider ' || %s, 0)";

    private final DatabaseClient db;

    ProviderLockStore(DatabaseClient db) {
        this.db = db;
    }

    /// For rows of their files, before anything is asked about these. Always in one order, so that batches do not wait in a circle.
    Mono<Void> share(Collection<String> providers) {
        return providers.isEmpty() ? Mono.empty() : db.sql("SELECT pg_advisory_xact_lock_shared(%s) IS NULL AS held FROM unnest(:providers) AS p"
                        .formatted(KEY.formatted("p")))
                .bind("providers", providers.stream().distinct().sorted().toArray(String[]::new))
                .then();
    }

    /// For a mapping that was written, and what was kept under its words.
    Mono<Void> holdOfMapping(UUID mapping) {
        return hold("competence_mapping", mapping);
    }

    /// For a person's code that was written, and what waits for the person.
    Mono<Void> holdOfPersonCode(UUID code) {
        return hold("provider_person_code", code);
    }

    private Mono<Void> hold(String table, UUID entry) {
        return db.sql("SELECT pg_advisory_xact_lock(%s) IS NULL AS held FROM %s WHERE id = :entry".formatted(KEY.formatted("provider"), table))
                .bind("entry", entry)
                .then();
    }
}
