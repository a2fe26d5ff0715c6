package ru.nms.registry.person;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All SQL about how far the people were derived anew under the region's rules.
@Repository
class DerivationStore {

    /// What stands of a post because of the rules.
    record Fact(UUID personId, int n, boolean teaching, boolean management, @Nullable Boolean educationMatch) {}

    private final DatabaseClient db;

    DerivationStore(DatabaseClient db) {
        this.db = db;
    }

    /// A pass under other rules than the last one begins with the first person.
    Mono<Void> begin(UUID rules) {
        return db.sql("""
                INSERT INTO derivation AS mine (what, rules, done) VALUES ('people', :rules, false)
                ON CONFLICT (what) DO UPDATE SET rules = excluded.rules, after = NULL, done = false
                 WHERE mine.rules <> excluded.rules
                """)
                .bind("rules", rules.toString()).then();
    }

    /// One process at a time; the lock ends with the transaction.
    Mono<Boolean> turn() {
        return db.sql("SELECT pg_try_advisory_xact_lock(hashtextextended('derivation people', 0)) AS mine")
                .map(row -> Boolean.TRUE.equals(row.get("mine", Boolean.class))).one();
    }

    /// How far the pass has come; empty when it is done, and when another process has begun one under other rules.
    Mono<Optional<UUID>> reached(UUID rules) {
        return db.sql("SELECT after FROM derivation WHERE what = 'people' AND rules = :rules AND NOT done")
                .bind("rules", rules.toString())
                .map(row -> Optional.ofNullable(row.get("after", UUID.class))).one();
    }

    /// The next people, kept from being changed until the end of the transaction.
    Flux<UUID> next(Optional<UUID> after, int most) {
        return db.sql("SELECT id FROM person WHERE id > :after AND NOT deleted ORDER BY id LIMIT :most FOR UPDATE")
                .bind("after", after.orElse(new UUID(0, 0))).bind("most", most)
                .map(row -> row.get("id", UUID.class)).all();
    }

    Flux<Fact> facts(Collection<UUID> people) {
        return db.sql("SELECT person_id, n, teaching, management, education_match FROM post WHERE person_id = ANY (:people)")
                .bind("people", people.toArray(UUID[]::new))
                .mapProperties(Fact.class).all();
    }

    Mono<Void> reach(UUID last) {
        return db.sql("UPDATE derivation SET after = :last WHERE what = 'people'").bind("last", last).then();
    }

    Mono<Void> finish() {
        return db.sql("UPDATE derivation SET done = true WHERE what = 'people'").then();
    }
}
