package ru.nms.registry.person;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.idempotency.KeptAnswers;
import ru.nms.platform.time.Ids;

/// All SQL about what becomes of people's records.
@Repository
class FateStore {

    enum State { ACTIVE, BLOCKED, MERGED, ERASED }

    private final DatabaseClient db;

    FateStore(DatabaseClient db) {
        this.db = db;
    }

    /// Moves a record from one state to another; empty when it is in none of those. A record that is not active is not
    /// shown, and to the change feed it is gone.
    Mono<Long> move(UUID id, Collection<State> from, State to, Instant now) {
        return db.sql("""
                UPDATE person SET state = :to, deleted = :hidden, version = version + 1, changed_at = :now
                 WHERE id = :id AND state = ANY (:from)
                RETURNING version
                """)
                .bind("id", id)
                .bind("from", from.stream().map(State::name).toArray(String[]::new))
                .bind("to", to.name())
                .bind("hidden", to != State.ACTIVE)
                .bind("now", now)
                .map(row -> row.get("version", Long.class))
                .one();
    }

    /// Where a record stands, and since which version.
    record Decided(UUID id, long version, State state) {}

    /// Records that went on as this one share its end.
    Flux<Decided> eraseMergedInto(UUID id, Instant now) {
        return db.sql("""
                UPDATE person SET state = 'ERASED', merged_into = NULL, version = version + 1, changed_at = :now
                 WHERE merged_into = :id
                RETURNING id, version, state
                """)
                .bind("id", id).bind("now", now)
                .mapProperties(Decided.class)
                .all();
    }

    Flux<Decided> decided(Collection<UUID> ids) {
        return db.sql("SELECT id, version, state FROM told_fate WHERE id = ANY (:ids)").bind("ids", ids.toArray(UUID[]::new))
                .mapProperties(Decided.class)
                .all();
    }

    /// Leaves the id and nothing else.
    Mono<Void> blank(UUID id) {
        return db.sql("DELETE FROM post WHERE person_id = :id").bind("id", id).then()
                .then(db.sql("""
                        UPDATE person SET external_id = NULL, last_name = '', first_name = '', patronymic = NULL, name_key = '',
                               birth_date = NULL, category = NULL, attested_on = NULL, education_level = NULL,
                               education_pedagogical = NULL, education_profile = NULL, speciality_since = NULL, young_from = NULL,
                               young_until = NULL, young_days = '{}', graduated_from = NULL, graduated_on = NULL, subject_profiles = '[]'
                         WHERE id = :id
                        """).bind("id", id).then())
                .then(db.sql("DELETE FROM import_refusal WHERE strpos(array_to_string(cells, ' '), :text) > 0")
                        .bind("text", id.toString()).then())
                .then(KeptAnswers.forget(db, id));
    }

    /// The old id, and all that led to it before, lead to the one who stays.
    Mono<Void> lead(UUID from, UUID to) {
        return db.sql("UPDATE person SET merged_into = :to WHERE id = :from OR merged_into = :from")
                .bind("from", from).bind("to", to).then();
    }

    /// Whoever goes on under another id.
    Mono<UUID> heir(UUID id) {
        return db.sql("SELECT merged_into FROM person WHERE id = :id AND merged_into IS NOT NULL").bind("id", id)
                .map(row -> row.get("merged_into", UUID.class)).one();
    }

    /// One record that was merged, and under whom the person goes on.
    record Merged(UUID id, long version, UUID heir) {}

    Flux<Merged> merged(Collection<UUID> ids) {
        return db.sql("SELECT id, version, merged_into AS heir FROM person WHERE id = ANY (:ids) AND merged_into IS NOT NULL")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapProperties(Merged.class)
                .all();
    }

    Mono<Void> note(UUID person, String fate, String reason, Instant now) {
        return db.sql("INSERT INTO person_fate (id, person_id, fate, reason, at) VALUES (:id, :person, :fate, :reason, :now)")
                .bind("id", Ids.next()).bind("person", person).bind("fate", fate).bind("reason", reason).bind("now", now).then();
    }

    record Fate(UUID personId, String fate, String reason, Instant at) {}

    Flux<Fate> since(Instant since, int limit) {
        return db.sql("SELECT person_id, fate, reason, at FROM person_fate WHERE at >= :since ORDER BY at, id LIMIT :limit")
                .bind("since", since).bind("limit", limit)
                .mapProperties(Fate.class)
                .all();
    }
}
