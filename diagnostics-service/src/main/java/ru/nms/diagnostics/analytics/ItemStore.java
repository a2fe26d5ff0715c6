package ru.nms.diagnostics.analytics;

import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Sums over graded attempts of one variant. A task without an answer gave no points.
@Repository
class ItemStore {

    private static final String TAKEN = """
            WITH taken AS (
                SELECT a.id AS attempt_id, t.id AS task_id, t.points AS maximum, coalesce(n.points, 0) AS points, n.answer
                  FROM attempt a
                  JOIN task t ON t.instrument_id = a.instrument_id AND NOT t.deleted AND (t.variant IS NULL OR t.variant = a.variant)
                  LEFT JOIN answer n ON n.attempt_id = a.id AND n.task_id = t.id
                 WHERE a.instrument_id = :instrument AND a.variant = :variant AND a.status = 'GRADED'
            ), totals AS (
                SELECT attempt_id, sum(points) AS total FROM taken GROUP BY attempt_id
            )
            """;

    private final DatabaseClient db;

    ItemStore(DatabaseClient db) {
        this.db = db;
    }

    Mono<List<ItemAnalysis.Sums>> tasks(UUID instrument, int variant) {
        return db.sql(TAKEN + """
                SELECT t.task_id AS task, CAST(max(t.maximum) AS float8) AS maximum, count(*) AS people, CAST(sum(t.points) AS float8) AS sum,
                       CAST(sum(t.points * t.points) AS float8) AS squares, CAST(sum(t.points * o.total) AS float8) AS products
                  FROM taken t JOIN totals o USING (attempt_id) GROUP BY t.task_id ORDER BY t.task_id
                """).bind("instrument", instrument).bind("variant", variant).mapProperties(ItemAnalysis.Sums.class).all().collectList();
    }

    Mono<ItemAnalysis.Totals> totals(UUID instrument, int variant) {
        return db.sql(TAKEN + """
                SELECT count(*) AS people, CAST(coalesce(sum(total), 0) AS float8) AS sum,
                       CAST(coalesce(sum(total * total), 0) AS float8) AS squares FROM totals
                """).bind("instrument", instrument).bind("variant", variant).mapProperties(ItemAnalysis.Totals.class).one();
    }

    /// @param total the mean of the totals of those who chose the option
    record Chosen(UUID task, String option, long people, double total) {}

    Flux<Chosen> options(UUID instrument, int variant) {
        return db.sql(TAKEN + """
                SELECT t.task_id AS task, chosen.option, count(*) AS people, CAST(avg(o.total) AS float8) AS total
                  FROM taken t JOIN totals o USING (attempt_id)
                  CROSS JOIN LATERAL jsonb_array_elements_text(
                       CASE jsonb_typeof(t.answer -> 'chosen') WHEN 'array' THEN t.answer -> 'chosen' ELSE '[]' END) AS chosen (option)
                 GROUP BY t.task_id, chosen.option ORDER BY t.task_id, chosen.option
                """).bind("instrument", instrument).bind("variant", variant).mapProperties(Chosen.class).all();
    }
}
