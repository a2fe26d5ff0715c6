package ru.nms.diagnostics.result;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.region.RegionCalendar;

/// All SQL that takes in many results with few statements.
@Repository
class ResultImportStore {

    private final DatabaseClient db;
    private final EventJson json;
    private final RegionCalendar calendar;

    ResultImportStore(DatabaseClient db, EventJson json, RegionCalendar calendar) {
        this.db = db;
        this.calendar = calendar;
        this.json = json;
    }

    /// Those whom the registry has not named, though it has named others.
    Mono<Set<UUID>> unknown(Collection<UUID> people) {
        return db.sql("""
                SELECT id FROM unnest(:people) AS asked (id)
                 WHERE EXISTS (SELECT FROM person)
                   AND NOT EXISTS (SELECT FROM person WHERE person.id = asked.id AND NOT person.deleted)
                """)
                .bind("people", people.toArray(UUID[]::new))
                .map(row -> requireNonNull(row.get("id", UUID.class)))
                .all()
                .collectList()
                .map(HashSet::new);
    }

    /// Every valid result that was reported of these people, so that each row finds the one it speaks of.
    Mono<List<Result>> standing(Collection<UUID> people) {
        return valid("r.person_id = ANY(:some) AND r.attempt_id IS NULL AND r.diagnosis_id IS NULL", people);
    }

    /// Those of providers' files.
    Mono<List<Result>> ofProviders(Collection<UUID> people) {
        return valid("r.person_id = ANY(:some) AND r.diagnosis_id IS NOT NULL", people);
    }

    /// The valid results of these attempts or diagnoses, by their ids.
    Mono<Map<UUID, Result>> by(Outcome.Origin origin, Collection<UUID> ids) {
        return db.sql("SELECT id, %1$s AS origin FROM result WHERE %1$s = ANY(:origins) AND NOT deleted".formatted(origin.column()))
                .bind("origins", ids.toArray(UUID[]::new))
                .map(row -> Map.entry(get(row, "id", UUID.class), get(row, "origin", UUID.class)))
                .all().collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .flatMap(known -> all(known.keySet()).map(results -> results.stream()
                        .collect(Collectors.toMap(result -> requireNonNull(known.get(result.id())), result -> result))));
    }

    Mono<List<Result>> all(Collection<UUID> ids) {
        return valid("r.id = ANY(:some)", ids);
    }

    private Mono<List<Result>> valid(String condition, Collection<UUID> some) {
        return db.sql("""
                SELECT r.id, r.version, r.created_at, r.changed_at, r.person_id, r.procedure, r.provider, r.taken_on,
                       r.occasion, r.round, CAST(jsonb_agg(jsonb_build_object('competence', s.competence, 'points', s.points,
                                                                     'maximum', s.maximum)) AS text) AS scores
                  FROM result r JOIN score s ON s.result_id = r.id
                 WHERE %s AND NOT r.deleted
                 GROUP BY r.id
                """.formatted(condition))
                .bind("some", some.toArray(UUID[]::new))
                .map(this::result)
                .all()
                .collectList();
    }

    private Result result(Readable row) {
        var scores = json.mapper().readValue(get(row, "scores", String.class), Score[].class);
        return new Result(get(row, "id", UUID.class), get(row, "version", Long.class),
                get(row, "created_at", Instant.class), get(row, "changed_at", Instant.class),
                get(row, "person_id", UUID.class), get(row, "procedure", String.class),
                get(row, "provider", String.class), get(row, "taken_on", LocalDate.class),
                row.get("occasion", String.class), row.get("round", String.class), Arrays.asList(scores));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type));
    }

    Mono<Void> insert(List<Result> results, Instant now) {
        return db.sql("""
                INSERT INTO result (id, version, created_at, changed_at, person_id, procedure, provider, taken_on, taken_at, round)
                SELECT id, 1, :now, :now, person_id, procedure, provider, taken_on, taken_at, round
                  FROM unnest(:ids, :people, :procedures, :providers, :days, :moments, :rounds)
                       AS fresh (id, person_id, procedure, provider, taken_on, taken_at, round)
                """)
                .bind("ids", column(results, Result::id, UUID[]::new))
                .bind("people", column(results, Result::personId, UUID[]::new))
                .bind("procedures", column(results, Result::procedure, String[]::new))
                .bind("providers", column(results, Result::provider, String[]::new))
                .bind("days", column(results, Result::takenOn, LocalDate[]::new))
                .bind("moments", column(results, result -> calendar.startOf(result.takenOn()), Instant[]::new))
                .bind("rounds", results.stream().map(Result::round).toArray(String[]::new))
                .bind("now", now)
                .then();
    }

    /// Of own attempts, or of providers.
    Mono<Void> insert(Map<Outcome, Result> byOutcome) {
        var outcomes = List.copyOf(byOutcome.keySet());
        var results = outcomes.stream().map(byOutcome::get).map(Objects::requireNonNull).toList();
        return db.sql("""
                INSERT INTO result (id, version, created_at, changed_at, person_id, procedure, provider, taken_on, taken_at,
                                    occasion, round, attempt_id, diagnosis_id)
                SELECT id, 1, made, made, person_id, procedure, provider, taken_on, taken_at, occasion, round, attempt_id, diagnosis_id
                  FROM unnest(:ids, :made, :people, :procedures, :providers, :days, :moments, :occasions, :rounds, :attempts, :diagnoses)
                       AS fresh (id, made, person_id, procedure, provider, taken_on, taken_at, occasion, round, attempt_id, diagnosis_id)
                """)
                .bind("ids", column(results, Result::id, UUID[]::new))
                .bind("made", column(results, Result::createdAt, Instant[]::new))
                .bind("people", column(results, Result::personId, UUID[]::new))
                .bind("procedures", column(results, Result::procedure, String[]::new))
                .bind("providers", column(results, Result::provider, String[]::new))
                .bind("days", column(results, Result::takenOn, LocalDate[]::new))
                .bind("moments", outcomes.stream().map(it -> Objects.requireNonNullElseGet(it.takenAt(), () -> calendar.startOf(it.takenOn())))
                        .toArray(Instant[]::new))
                .bind("occasions", results.stream().map(Result::occasion).toArray(String[]::new))
                .bind("rounds", results.stream().map(Result::round).toArray(String[]::new))
                .bind("attempts", outcomes.stream().map(it -> it.from(Outcome.Origin.ATTEMPT)).toArray(UUID[]::new))
                .bind("diagnoses", outcomes.stream().map(it -> it.from(Outcome.Origin.DIAGNOSIS)).toArray(UUID[]::new))
                .then();
    }

    /// The people are locked, so nobody else can have written these rows meanwhile.
    Mono<Void> update(List<Result> results, Instant now) {
        return db.sql("""
                UPDATE result SET version = fresh.version, changed_at = :now, round = fresh.round
                  FROM unnest(:ids, :versions, :rounds) AS fresh (id, version, round)
                 WHERE result.id = fresh.id
                """)
                .bind("ids", column(results, Result::id, UUID[]::new))
                .bind("versions", column(results, Result::version, Long[]::new))
                .bind("rounds", results.stream().map(Result::round).toArray(String[]::new))
                .bind("now", now)
                .then();
    }

    private record Placed(UUID result, Score score) {}

    Mono<Void> putScores(List<Result> results) {
        var placed = results.stream()
                .flatMap(result -> result.scores().stream().map(score -> new Placed(result.id(), score)))
                .toList();
        return db.sql("""
                INSERT INTO score AS mine (result_id, competence, points, maximum)
                SELECT result_id, competence, points, maximum
                  FROM unnest(:results, :competences, :points, :maxima)
                       AS fresh (result_id, competence, points, maximum)
                ON CONFLICT (result_id, competence) DO UPDATE
                   SET points = excluded.points, maximum = excluded.maximum
                 WHERE (mine.points, mine.maximum) <> (excluded.points, excluded.maximum)
                """)
                .bind("results", column(placed, Placed::result, UUID[]::new))
                .bind("competences", column(placed, one -> one.score().competence(), String[]::new))
                .bind("points", column(placed, one -> one.score().points(), BigDecimal[]::new))
                .bind("maxima", column(placed, one -> one.score().maximum(), BigDecimal[]::new))
                .then();
    }

    private static <R, T> T[] column(List<R> rows, Function<R, T> part, IntFunction<T[]> array) {
        return rows.stream().map(part).toArray(array);
    }
}
