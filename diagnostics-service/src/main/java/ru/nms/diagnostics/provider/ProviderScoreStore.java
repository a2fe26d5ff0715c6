package ru.nms.diagnostics.provider;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.provider.ProviderRow.Key;
import ru.nms.platform.time.Ids;

/// All SQL about what providers report, in their own words.
@Repository
class ProviderScoreStore {

    /// The area of a scale: by its code before by its title.
    private static final String AREA = """
            LEFT JOIN LATERAL (SELECT m.area FROM competence_mapping m
                  WHERE m.provider = d.provider AND m.procedure = d.procedure AND NOT m.deleted
                    AND fold_name(s.code_key) IN (fold_name(m.code), fold_name(m.title))
                  ORDER BY fold_name(m.code) = fold_name(s.code_key) DESC, m.id LIMIT 1) AS mapped ON true""";

    private final DatabaseClient db;

    ProviderScoreStore(DatabaseClient db) {
        this.db = db;
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
                .all().collect(Collectors.toCollection(HashSet::new));
    }

    record Diagnosis(UUID id, Key key, @Nullable String round) {}

    /// Known ones and new ones, by key.
    Mono<Map<Key, UUID>> diagnoses(Collection<Key> keys) {
        var all = List.copyOf(keys);
        return db.sql("""
                INSERT INTO provider_diagnosis AS mine (id, person_id, procedure, provider, taken_on)
                SELECT * FROM unnest(:ids, :people, :procedures, :providers, :days)
                ON CONFLICT (person_id, procedure, provider, taken_on) DO UPDATE SET taken_on = mine.taken_on
                RETURNING id, person_id, procedure, provider, taken_on, round
                """)
                .bind("ids", column(all, key -> Ids.next(), UUID[]::new))
                .bind("people", column(all, Key::personId, UUID[]::new))
                .bind("procedures", column(all, Key::procedure, String[]::new))
                .bind("providers", column(all, Key::provider, String[]::new))
                .bind("days", column(all, Key::takenOn, LocalDate[]::new))
                .map(ProviderScoreStore::diagnosis)
                .all().collectMap(Diagnosis::key, Diagnosis::id);
    }

    private static Diagnosis diagnosis(Readable row) {
        return new Diagnosis(get(row, "id", UUID.class), key(row), row.get("round", String.class));
    }

    /// @return those that were of another round before, or of none
    Mono<Set<UUID>> nameRounds(Map<UUID, String> rounds) {
        var named = List.copyOf(rounds.entrySet());
        return named.isEmpty() ? Mono.just(Set.of()) : db.sql("""
                UPDATE provider_diagnosis SET round = fresh.round FROM unnest(:ids, :rounds) AS fresh (id, round)
                 WHERE provider_diagnosis.id = fresh.id AND provider_diagnosis.round IS DISTINCT FROM fresh.round
                RETURNING provider_diagnosis.id
                """)
                .bind("ids", column(named, Map.Entry::getKey, UUID[]::new))
                .bind("rounds", column(named, Map.Entry::getValue, String[]::new))
                .map(row -> get(row, "id", UUID.class))
                .all().collect(Collectors.toSet());
    }

    /// Of which a result was reported or corrected by hand.
    Mono<Set<Key>> reported(Collection<Key> keys) {
        var all = List.copyOf(keys);
        return db.sql("""
                SELECT person_id, procedure, provider, taken_on FROM result
                  JOIN unnest(:people, :procedures, :providers, :days) AS told (person_id, procedure, provider, taken_on)
                       USING (person_id, procedure, provider, taken_on)
                 WHERE attempt_id IS NULL AND diagnosis_id IS NULL AND NOT deleted
                """)
                .bind("people", column(all, Key::personId, UUID[]::new))
                .bind("procedures", column(all, Key::procedure, String[]::new))
                .bind("providers", column(all, Key::provider, String[]::new))
                .bind("days", column(all, Key::takenOn, LocalDate[]::new))
                .map(ProviderScoreStore::key)
                .all().collect(Collectors.toSet());
    }

    private static Key key(Readable row) {
        return new Key(get(row, "person_id", UUID.class), get(row, "procedure", String.class), get(row, "provider", String.class),
                get(row, "taken_on", LocalDate.class));
    }

    record Kept(UUID diagnosisId, ProviderScore score) {}

    Flux<Kept> scores(Collection<UUID> diagnoses) {
        return db.sql("SELECT diagnosis_id, code_key, code, points, maximum FROM provider_score WHERE diagnosis_id = ANY(:diagnoses)")
                .bind("diagnoses", diagnoses.toArray(UUID[]::new))
                .map(row -> new Kept(get(row, "diagnosis_id", UUID.class), new ProviderScore(get(row, "code_key", String.class),
                        get(row, "code", String.class), get(row, "points", BigDecimal.class), get(row, "maximum", BigDecimal.class))))
                .all();
    }

    Mono<Void> put(List<Kept> scores) {
        return scores.isEmpty() ? Mono.empty() : db.sql("""
                INSERT INTO provider_score (diagnosis_id, code_key, code, points, maximum)
                SELECT * FROM unnest(:diagnoses, :keys, :codes, :points, :maxima)
                ON CONFLICT (diagnosis_id, code_key) DO UPDATE
                   SET code = excluded.code, points = excluded.points, maximum = excluded.maximum
                """)
                .bind("diagnoses", column(scores, Kept::diagnosisId, UUID[]::new))
                .bind("keys", column(scores, kept -> kept.score().key(), String[]::new))
                .bind("codes", column(scores, kept -> kept.score().code(), String[]::new))
                .bind("points", column(scores, kept -> kept.score().points(), BigDecimal[]::new))
                .bind("maxima", column(scores, kept -> kept.score().maximum(), BigDecimal[]::new))
                .then();
    }

    /// Points of one diagnosis in one area; an absent area is a scale that nobody has mapped.
    record Mapped(Diagnosis diagnosis, String codeKey, String area, BigDecimal points, BigDecimal maximum) {}

    Flux<Mapped> mapped(Collection<UUID> diagnoses) {
        return db.sql("""
                SELECT d.id, d.person_id, d.procedure, d.provider, d.taken_on, d.round, s.code_key, coalesce(mapped.area, '') AS area,
                       s.points, s.maximum
                  FROM provider_diagnosis d JOIN provider_score s ON s.diagnosis_id = d.id %s
                 WHERE d.id = ANY(:diagnoses)
                   AND NOT EXISTS (SELECT FROM result r WHERE r.person_id = d.person_id AND r.procedure = d.procedure AND r.provider = d.provider
                                      AND r.taken_on = d.taken_on AND r.attempt_id IS NULL AND r.diagnosis_id IS NULL AND NOT r.deleted)
                 ORDER BY d.id, s.code_key
                """.formatted(AREA))
                .bind("diagnoses", diagnoses.toArray(UUID[]::new))
                .map(row -> new Mapped(diagnosis(row), get(row, "code_key", String.class), get(row, "area", String.class),
                        get(row, "points", BigDecimal.class), get(row, "maximum", BigDecimal.class)))
                .all();
    }

    /// What the mapping may concern, whatever became of it.
    Mono<List<UUID>> concernedBy(UUID mapping) {
        return db.sql("""
                SELECT d.id FROM provider_diagnosis d JOIN competence_mapping m ON m.provider = d.provider AND m.procedure = d.procedure
                 WHERE m.id = :mapping
                """)
                .bind("mapping", mapping)
                .map(row -> get(row, "id", UUID.class))
                .all().collectList();
    }

    /// @param rows how many scores wait
    record Unmapped(String provider, String procedure, String code, long rows, LocalDate first, LocalDate last) {}

    Flux<Unmapped> unmapped() {
        return db.sql("""
                SELECT d.provider, d.procedure, min(s.code) AS code, count(*) AS rows, min(d.taken_on) AS first, max(d.taken_on) AS last
                  FROM provider_diagnosis d JOIN provider_score s ON s.diagnosis_id = d.id %s
                 WHERE mapped.area IS NULL
                 GROUP BY d.provider, d.procedure, s.code_key ORDER BY d.provider, d.procedure, s.code_key
                """.formatted(AREA))
                .mapProperties(Unmapped.class)
                .all();
    }

    /// What is known of both in the same words stays with the one who goes on.
    ///
    /// @return what went
    Flux<UUID> dropTwins(UUID from, UUID to) {
        return db.sql("""
                DELETE FROM provider_diagnosis gone WHERE gone.person_id = :from AND EXISTS (
                       SELECT FROM provider_diagnosis kept WHERE kept.person_id = :to AND kept.procedure = gone.procedure
                          AND kept.provider = gone.provider AND kept.taken_on = gone.taken_on)
                RETURNING gone.id
                """)
                .bind("from", from).bind("to", to)
                .map(row -> get(row, "id", UUID.class))
                .all();
    }

    Mono<Void> passOn(UUID from, UUID to) {
        return db.sql("UPDATE provider_diagnosis SET person_id = :to WHERE person_id = :from")
                .bind("from", from).bind("to", to)
                .then();
    }

    Mono<Void> erase(UUID person) {
        return db.sql("DELETE FROM provider_diagnosis WHERE person_id = :person").bind("person", person).then();
    }

    private static <R, T> T[] column(List<R> rows, Function<R, T> part, IntFunction<T[]> array) {
        return rows.stream().map(part).toArray(array);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type));
    }
}
