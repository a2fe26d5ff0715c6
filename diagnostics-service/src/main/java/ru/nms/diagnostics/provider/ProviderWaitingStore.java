package ru.nms.diagnostics.provider;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.person.PersonNumberStore.Named;
import ru.nms.diagnostics.provider.ProviderRow.Key;

/// All SQL about what providers reported of people whom nobody has named yet.
@Repository
class ProviderWaitingStore {

    private final DatabaseClient db;

    ProviderWaitingStore(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> keep(List<ProviderRow> rows) {
        return rows.isEmpty() ? Mono.empty() : db.sql("""
                INSERT INTO provider_waiting (provider, person_code, procedure, taken_on, code_key, code, points, maximum, round)
                SELECT DISTINCT ON (provider, person_code, procedure, taken_on, code_key) provider, person_code, procedure, taken_on,
                       code_key, code, points, maximum, round
                  FROM unnest(:providers, :people, :procedures, :days, :keys, :codes, :points, :maxima, :rounds) WITH ORDINALITY
                       AS fresh (provider, person_code, procedure, taken_on, code_key, code, points, maximum, round, nr)
                 ORDER BY provider, person_code, procedure, taken_on, code_key, nr DESC
                ON CONFLICT (provider, person_code, procedure, taken_on, code_key) DO UPDATE
                   SET code = excluded.code, points = excluded.points, maximum = excluded.maximum,
                       round = coalesce(excluded.round, provider_waiting.round)
                """)
                .bind("providers", rows.stream().map(ProviderRow::provider).toArray(String[]::new))
                .bind("people", rows.stream().map(row -> requireNonNull(row.named()).code()).toArray(String[]::new))
                .bind("procedures", rows.stream().map(ProviderRow::procedure).toArray(String[]::new))
                .bind("days", rows.stream().map(ProviderRow::takenOn).toArray(LocalDate[]::new))
                .bind("keys", rows.stream().map(row -> row.score().key()).toArray(String[]::new))
                .bind("codes", rows.stream().map(ProviderRow::code).toArray(String[]::new))
                .bind("points", rows.stream().map(ProviderRow::points).toArray(BigDecimal[]::new))
                .bind("maxima", rows.stream().map(ProviderRow::maximum).toArray(BigDecimal[]::new))
                .bind("rounds", rows.stream().map(ProviderRow::round).toArray(String[]::new))
                .then()
                .then(Mono.defer(() -> nameRounds(rows)));
    }

    /// Scores of one diagnosis are of one round: the newest that was told.
    private Mono<Void> nameRounds(List<ProviderRow> rows) {
        var telling = rows.stream().filter(row -> row.round() != null).toList();
        return telling.isEmpty() ? Mono.empty() : db.sql("""
                UPDATE provider_waiting w SET round = told.round
                  FROM unnest(:providers, :people, :procedures, :days, :rounds) AS told (provider, person_code, procedure, taken_on, round)
                 WHERE w.provider = told.provider AND w.person_code = told.person_code AND w.procedure = told.procedure
                   AND w.taken_on = told.taken_on AND w.round IS DISTINCT FROM told.round
                """)
                .bind("providers", telling.stream().map(ProviderRow::provider).toArray(String[]::new))
                .bind("people", telling.stream().map(row -> requireNonNull(row.named()).code()).toArray(String[]::new))
                .bind("procedures", telling.stream().map(ProviderRow::procedure).toArray(String[]::new))
                .bind("days", telling.stream().map(ProviderRow::takenOn).toArray(LocalDate[]::new))
                .bind("rounds", telling.stream().map(ProviderRow::round).toArray(String[]::new))
                .then();
    }

    record Arrived(Key key, ProviderScore score, @Nullable String round) {}

    /// What waited for the person of this entry, which waits no more.
    Flux<Arrived> take(UUID entry) {
        return db.sql("""
                DELETE FROM provider_waiting w USING provider_person_code c
                 WHERE c.id = :entry AND NOT c.deleted AND w.provider = c.provider AND w.person_code = c.code
                RETURNING c.person_id, w.procedure, w.provider, w.taken_on, w.code_key, w.code, w.points, w.maximum, w.round
                """)
                .bind("entry", entry)
                .map(row -> new Arrived(new Key(requireNonNull(row.get("person_id", UUID.class)),
                        requireNonNull(row.get("procedure", String.class)), requireNonNull(row.get("provider", String.class)),
                        requireNonNull(row.get("taken_on", LocalDate.class))),
                        new ProviderScore(requireNonNull(row.get("code_key", String.class)), requireNonNull(row.get("code", String.class)),
                                requireNonNull(row.get("points", BigDecimal.class)), requireNonNull(row.get("maximum", BigDecimal.class))),
                        row.get("round", String.class)))
                .all();
    }

    /// They have names by now, and their rows came again.
    Mono<Void> forget(Collection<Named> people) {
        var all = List.copyOf(people);
        return all.isEmpty() ? Mono.empty() : db.sql("""
                DELETE FROM provider_waiting w USING unnest(:providers, :codes) AS known (provider, code)
                 WHERE w.provider = known.provider AND w.person_code = known.code
                """)
                .bind("providers", all.stream().map(Named::provider).toArray(String[]::new))
                .bind("codes", all.stream().map(Named::code).toArray(String[]::new))
                .then();
    }

    /// @param rows how many scores wait
    record Unmatched(String provider, String code, long rows, LocalDate first, LocalDate last) {}

    Flux<Unmatched> unmatched() {
        return db.sql("""
                SELECT provider, person_code AS code, count(*) AS rows, min(taken_on) AS first, max(taken_on) AS last
                  FROM provider_waiting GROUP BY provider, person_code ORDER BY provider, person_code
                """)
                .mapProperties(Unmatched.class)
                .all();
    }
}
