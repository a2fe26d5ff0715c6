package ru.nms.diagnostics.deficit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.rule.Recency;

/// All SQL that derives deficits from results. Works on many people at once, so that an import is no slower a person.
@Repository
class DeficitStore {

    private final DatabaseClient db;

    DeficitStore(DatabaseClient db) {
        this.db = db;
    }

    /// One writer a person at a time, in the order of ids: deficits are derived from all results of a person, so two
    /// writers who do not see each other's result would derive them wrongly.
    Mono<Void> lock(Collection<UUID> people) {
        return db.sql("""
                SELECT pg_advisory_xact_lock(hashtextextended(CAST(id AS text), 0))
                  FROM (SELECT DISTINCT id FROM unnest(:people) AS person (id) ORDER BY id) AS ordered
                """)
                .bind("people", people.toArray(UUID[]::new))
                .then();
    }

    /// Everything that speaks of these people, as it was taken; of one day, as it was recorded.
    Mono<List<Attempt>> attempts(Collection<UUID> people) {
        return db.sql("""
                SELECT person_id, competence, result_id, procedure, provider, taken_on, points, maximum
                  FROM evidence e
                 WHERE person_id = ANY(:people)
                 ORDER BY %s, competence
                """.formatted(Recency.oldestFirst("e", "result_id")))
                .bind("people", people.toArray(UUID[]::new))
                .mapProperties(Attempt.class)
                .all()
                .collectList();
    }

    Mono<List<Deficit>> deficits(Collection<UUID> people) {
        return db.sql("""
                SELECT id, version, person_id, competence, level, origin, status, opened_on, closed_on, result_id
                  FROM deficit
                 WHERE person_id = ANY(:people) AND NOT deleted
                """)
                .bind("people", people.toArray(UUID[]::new))
                .mapProperties(Deficit.class)
                .all()
                .collectList();
    }

    Mono<List<Deficit>> all(Collection<UUID> ids) {
        return db.sql("""
                SELECT id, version, person_id, competence, level, origin, status, opened_on, closed_on, result_id
                  FROM deficit
                 WHERE id = ANY(:ids) AND NOT deleted
                """)
                .bind("ids", ids.toArray(UUID[]::new))
                .mapProperties(Deficit.class)
                .all()
                .collectList();
    }

    Mono<Void> insert(List<Deficit> deficits, Instant now) {
        return rows(db.sql("""
                INSERT INTO deficit (id, version, created_at, changed_at, person_id, competence, level, origin, status,
                                     opened_on, closed_on, result_id)
                SELECT id, version, :now, :now, person_id, competence, level, origin, status, opened_on, closed_on,
                       result_id
                  FROM unnest(:ids, :versions, :people, :competences, :levels, :origins, :statuses, :opened, :closed,
                              :results) AS fresh (id, version, person_id, competence, level, origin, status, opened_on,
                              closed_on, result_id)
                """), deficits)
                .bind("people", column(deficits, Deficit::personId, UUID[]::new))
                .bind("competences", column(deficits, Deficit::competence, String[]::new))
                .bind("now", now)
                .then();
    }

    /// The people are locked, so nobody else can have written these rows meanwhile.
    Mono<Void> update(List<Deficit> deficits, Instant now) {
        return rows(db.sql("""
                UPDATE deficit
                   SET version = fresh.version, changed_at = :now, level = fresh.level, origin = fresh.origin,
                       status = fresh.status, opened_on = fresh.opened_on, closed_on = fresh.closed_on,
                       result_id = fresh.result_id
                  FROM unnest(:ids, :versions, :levels, :origins, :statuses, :opened, :closed, :results)
                       AS fresh (id, version, level, origin, status, opened_on, closed_on, result_id)
                 WHERE deficit.id = fresh.id
                """), deficits)
                .bind("now", now)
                .then();
    }

    Mono<Void> withdraw(List<Deficit> deficits, Instant now) {
        return db.sql("""
                UPDATE deficit
                   SET version = gone.version, changed_at = :now, deleted = true
                  FROM unnest(:ids, :versions) AS gone (id, version)
                 WHERE deficit.id = gone.id
                """)
                .bind("ids", column(deficits, Deficit::id, UUID[]::new))
                .bind("versions", column(deficits, Deficit::version, Long[]::new))
                .bind("now", now)
                .then();
    }

    record Gone(UUID id, long version) {}

    /// Tombstones of nobody.
    Mono<List<Gone>> erase(UUID person, Instant now) {
        return db.sql("""
                UPDATE deficit SET version = version + 1, changed_at = :now, deleted = true, person_id = gen_random_uuid()
                 WHERE person_id = :person
                RETURNING id, version
                """)
                .bind("person", person).bind("now", now)
                .mapProperties(Gone.class)
                .all().collectList();
    }

    private static GenericExecuteSpec rows(GenericExecuteSpec spec, List<Deficit> deficits) {
        return spec
                .bind("ids", column(deficits, Deficit::id, UUID[]::new))
                .bind("versions", column(deficits, Deficit::version, Long[]::new))
                .bind("levels", column(deficits, Deficit::level, String[]::new))
                .bind("origins", column(deficits, deficit -> deficit.origin().name(), String[]::new))
                .bind("statuses", column(deficits, deficit -> deficit.status().name(), String[]::new))
                .bind("opened", column(deficits, Deficit::openedOn, LocalDate[]::new))
                .bind("closed", column(deficits, Deficit::closedOn, LocalDate[]::new))
                .bind("results", column(deficits, Deficit::resultId, UUID[]::new));
    }

    private static <T> @Nullable T[] column(List<Deficit> deficits, Function<Deficit, @Nullable T> part,
                                            IntFunction<@Nullable T[]> array) {
        return deficits.stream().map(part).toArray(array);
    }
}
