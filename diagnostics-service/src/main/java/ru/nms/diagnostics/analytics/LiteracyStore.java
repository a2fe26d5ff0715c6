package ru.nms.diagnostics.analytics;

import java.time.LocalDate;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import ru.nms.diagnostics.person.Visibility;
import ru.nms.diagnostics.rule.Recency;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Scope;

/// Who took part in the diagnostics of functional literacy, and who passed.
@Repository
class LiteracyStore {

    private final DatabaseClient db;
    private final Rulebook rules;

    LiteracyStore(DatabaseClient db, Rulebook rules) {
        this.db = db;
        this.rules = rules;
    }

    record Counted(String key, long base, long participants, long passed) {}

    /// Teachers stand in their municipalities and in the region; graduates, who never had a post, in the region alone.
    ///
    /// @param mark percent from which it is passed
    Flux<Counted> count(int year, int mark, Scope.Condition scope) {
        return scope.bind(db.sql("""
                WITH teachers AS (
                    SELECT DISTINCT p.id AS person_id, post.municipality_id
                      FROM person p JOIN person_post post ON post.person_id = p.id AND post.teaching AND post.since <= :until
                                                         AND (post.until IS NULL OR post.until > :until) %1$s
                     WHERE NOT p.deleted AND %2$s
                ), base AS (
                    SELECT DISTINCT person_id, 'REGION' AS key FROM teachers
                    UNION ALL
                    SELECT person_id, CAST(municipality_id AS text) FROM teachers WHERE municipality_id IS NOT NULL
                    UNION ALL
                    SELECT p.id, 'REGION' FROM person p LEFT JOIN person_post post ON post.person_id = p.id %1$s
                     WHERE NOT p.deleted AND post.person_id IS NULL AND %2$s
                ), taken AS (
                    SELECT DISTINCT ON (r.person_id) r.person_id,
                           (SELECT sum(s.points) * 100 >= :mark * sum(s.maximum) FROM score s WHERE s.result_id = r.id) AS passed
                      FROM result r
                     WHERE NOT r.deleted AND r.procedure = :procedure AND r.taken_on BETWEEN :since AND :until
                     ORDER BY r.person_id, %3$s
                )
                SELECT b.key, count(*) AS base, count(t.person_id) AS participants, count(*) FILTER (WHERE t.passed) AS passed
                  FROM base b LEFT JOIN taken t USING (person_id) GROUP BY b.key ORDER BY b.key
                """.formatted(Visibility.TODAY, scope.sql(), Recency.newestFirst("r", "id"))))
                .bind("today", rules.today()).bind("since", LocalDate.of(year, 1, 1)).bind("until", LocalDate.of(year, 12, 31))
                .bind("mark", mark).bind("procedure", Rulebook.FUNCTIONAL_LITERACY)
                .mapProperties(Counted.class).all();
    }
}
