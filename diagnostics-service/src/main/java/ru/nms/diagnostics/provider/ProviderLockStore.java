package ru.nms.diagnostics.provider;

import java.util.UUID;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.fate.PersonTraces;

/// Keeps what providers report and what their words mean from missing each other: of two transactions that do not see each other
/// yet, neither would bring them together. Batches of files go on beside each other; who says what a word means waits for those
/// that run, and then finds all their rows, while later ones wait and find the new meaning. Until the transaction ends.
///
/// One lock for all providers, taken before any other: words are said rarely, a file may name whatever it likes, and who waits for
/// one thing only waits in no circle. A merger of people passes their words on at its end, so it takes the lock first.
///
/// A statement of its own: what the next one sees begins when the lock is there.
@Repository
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProviderLockStore implements PersonTraces {

    private static final String KEY = "hashtextextended('words of providers', 0)";

    private final DatabaseClient db;

    ProviderLockStore(DatabaseClient db) {
        this.db = db;
    }

    /// For rows of a provider's file, before anything is asked about these.
    Mono<Void> share() {
        return db.sql("SELECT pg_advisory_xact_lock_shared(" + KEY + ") IS NULL AS held").then();
    }

    /// For a mapping or a person's code that was written, and what was kept under its words.
    Mono<Void> hold() {
        return db.sql("SELECT pg_advisory_xact_lock(" + KEY + ") IS NULL AS held").then();
    }

    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        return hold();
    }

    /// It reads no words.
    @Override
    public Mono<Void> erase(UUID person) {
        return Mono.empty();
    }
}
