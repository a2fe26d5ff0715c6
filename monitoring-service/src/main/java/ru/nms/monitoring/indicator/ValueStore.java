package ru.nms.monitoring.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;
import ru.nms.platform.region.ReportingPeriod.Span;

/// All SQL of indicator values.
@Repository
class ValueStore {

    private final DatabaseClient db;
    private final Clock clock;

    ValueStore(DatabaseClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// False while another process computes; it then takes the marks.
    /// The counting of a large region may last longer than what a request asks for.
    Mono<Boolean> lock() {
        return db.sql("""
                SELECT pg_try_advisory_xact_lock(hashtext('indicator_value')) AS mine,
                       set_config('statement_timeout', '60s', true), set_config('transaction_timeout', '120s', true)
                """).map(row -> row.get("mine", Boolean.class)).one();
    }

    /// Counts the people of every territory on the day, once each, and those of them with facts in the period; writes
    /// and returns what is new or differs from what was stored.
    Flux<Value> recompute(Span span, LocalDate day, Collection<Listed> indicators) {
        return db.sql("""
                WITH held AS (
                    SELECT post.person_id, post.organisation_id, post.municipality_id, post.teaching
                      FROM person_post post
                     WHERE post.since <= :day AND (post.until IS NULL OR post.until > :day)
                       AND (post.teaching OR post.position IN ('HEAD', 'DEPUTY_HEAD'))
                ), place AS (
                    SELECT 'region' AS territory, person_id, teaching FROM held
                    UNION ALL
                    SELECT CAST(municipality_id AS text), person_id, teaching FROM held WHERE municipality_id IS NOT NULL
                    UNION ALL
                    SELECT unit, person_id, teaching
                      FROM held JOIN municipality ON municipality.id = held.municipality_id CROSS JOIN unnest(units) AS unit
                    UNION ALL
                    SELECT CAST(organisation_id AS text), person_id, teaching FROM held
                ), member AS (
                    SELECT territory, person_id, bool_or(teaching) AS teaching FROM place GROUP BY territory, person_id
                ), diagnosed AS (
                    SELECT DISTINCT person_id, true AS diagnosed FROM result
                     WHERE NOT deleted AND taken_on >= :from AND taken_on < :until AND taken_on <= :day
                ), routed AS (
                    SELECT DISTINCT person_id, true AS routed FROM route
                     WHERE NOT deleted AND by_diagnostics AND approved_on >= :from AND approved_on < :until
                       AND approved_on <= :day
                ), counted AS (
                    SELECT territory, managers, count(*) AS people, count(diagnosed) AS diagnosed, count(routed) AS routed
                      FROM member
                           CROSS JOIN (VALUES (false), (true)) AS population (managers)
                           LEFT JOIN diagnosed USING (person_id)
                           LEFT JOIN routed USING (person_id)
                     WHERE teaching OR managers
                     GROUP BY territory, managers
                ), territory AS (
                    SELECT 'region' AS territory
                    UNION SELECT CAST(id AS text) FROM municipality WHERE NOT deleted
                    UNION SELECT unit FROM municipality CROSS JOIN unnest(units) AS unit WHERE NOT deleted
                    UNION SELECT CAST(id AS text) FROM organisation WHERE NOT deleted
                    UNION SELECT territory FROM counted
                ), fresh AS (
                    SELECT code, canonical, territory, indicator_set, profile_version,
                           CASE WHEN spoke.topic IS NULL OR people.topic IS NULL THEN NULL
                                WHEN metric = 'ROUTES' THEN coalesce(counted.routed, 0)
                                ELSE coalesce(counted.diagnosed, 0) END AS numerator,
                           CASE WHEN people.topic IS NOT NULL THEN coalesce(counted.people, 0) END AS denominator
                      FROM territory
                           CROSS JOIN unnest(:codes, :canonicals, :metrics, :topics, :managers, :sets, :versions)
                                AS listed (code, canonical, metric, topic, managers, indicator_set, profile_version)
                           LEFT JOIN counted USING (territory, managers)
                           LEFT JOIN projection_progress spoke ON spoke.topic = listed.topic
                           LEFT JOIN projection_progress people ON people.topic = :people
                )
                INSERT INTO indicator_value AS mine (version, code, canonical, territory, year, period_from, period_until,
                       measured_on, indicator_set, profile_version, numerator, denominator, created_at, changed_at)
                SELECT 1, code, canonical, territory, :year, :from, :until, :day, indicator_set, profile_version,
                       numerator, denominator, :now, :now
                  FROM fresh
                ON CONFLICT (code, territory, year) DO UPDATE
                   SET version = mine.version + 1, measured_on = excluded.measured_on,
                       indicator_set = excluded.indicator_set, profile_version = excluded.profile_version,
                       numerator = excluded.numerator, denominator = excluded.denominator, changed_at = excluded.changed_at
                 WHERE (mine.numerator, mine.denominator, mine.indicator_set)
                       IS DISTINCT FROM (excluded.numerator, excluded.denominator, excluded.indicator_set)
                RETURNING id, version, code, canonical, territory, period_from, period_until, measured_on, numerator,
                          denominator
                """)
                .bind("day", day)
                .bind("from", span.from())
                .bind("until", span.until())
                .bind("year", span.year())
                .bind("now", clock.instant())
                .bind("people", PersonChanged.TOPIC.name())
                .bind("codes", column(indicators, it -> it.indicator().code(), String[]::new))
                .bind("canonicals", column(indicators, it -> it.indicator().canonical(), String[]::new))
                .bind("metrics", column(indicators, it -> it.metric().name(), String[]::new))
                .bind("topics", column(indicators, it -> it.metric().topic().name(), String[]::new))
                .bind("managers", column(indicators, Listed::countsManagers, Boolean[]::new))
                .bind("sets", column(indicators, Listed::set, String[]::new))
                .bind("versions", column(indicators, Listed::version, Integer[]::new))
                .mapProperties(Value.class)
                .all();
    }

    private static <T> T[] column(Collection<Listed> indicators, Function<Listed, T> part, IntFunction<T[]> array) {
        return indicators.stream().map(part).toArray(array);
    }

    Mono<List<Value>> of(Territory territory, int year) {
        return db.sql("""
                SELECT id, version, code, canonical, territory, period_from, period_until, measured_on, numerator,
                       denominator
                  FROM indicator_value
                 WHERE territory = :territory AND year = :year
                """)
                .bind("territory", territory.code())
                .bind("year", year)
                .mapProperties(Value.class)
                .all().collectList();
    }

    Mono<List<Value>> all(Collection<UUID> ids) {
        return db.sql("""
                SELECT id, version, code, canonical, territory, period_from, period_until, measured_on, numerator,
                       denominator
                  FROM indicator_value
                 WHERE id = ANY (:ids)
                """)
                .bind("ids", ids.toArray(UUID[]::new))
                .mapProperties(Value.class)
                .all().collectList();
    }

    /// Whether there is such a territory, as far as this service has heard.
    Mono<Boolean> knows(Territory territory) {
        return db.sql("""
                SELECT :territory = 'region'
                    OR EXISTS (SELECT 1 FROM municipality WHERE NOT deleted AND (id = :id OR :territory = ANY (units)))
                    OR EXISTS (SELECT 1 FROM organisation WHERE NOT deleted AND id = :id)
                """)
                .bind("territory", territory.code())
                .bind("id", Parameter.fromOrEmpty(territory.id(), UUID.class))
                .mapValue(Boolean.class)
                .one();
    }
}
