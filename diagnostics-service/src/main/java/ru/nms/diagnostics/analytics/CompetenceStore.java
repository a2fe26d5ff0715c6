package ru.nms.diagnostics.analytics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import ru.nms.diagnostics.framework.Frameworks.Kin;
import ru.nms.diagnostics.instrument.Seals;
import ru.nms.platform.access.Scope;

/// What own attempts say of the competences of a framework.
@Repository
class CompetenceStore {

    private final PeopleStore people;

    CompetenceStore(PeopleStore people) {
        this.people = people;
    }

    /// A person in a period, with the groups they belong to. Lists side by side: what each competence gave.
    ///
    /// @param scales ids; empty where the instrument has none
    record Taken(String period, List<String> keys, List<String> competences, List<BigDecimal> points, List<BigDecimal> maximums,
                 List<String> scales) {}

    /// Nothing of an instrument while its keys are sealed: a competence that few tasks measure tells what an answer was worth.
    /// A task without an answer gave no points. Attempts count on the day on which they were begun, by the region's clocks.
    ///
    /// @param kin by what the competences were measured
    Flux<Taken> taken(Question question, List<Kin> kin, Scope.Condition scope) {
        return people.ask(question, scope, """
                , kin AS (
                    SELECT * FROM unnest(:kin, :codes) AS kin (id, code)
                ), parts AS (
                    SELECT a.person_id, kin.code AS competence, a.started_at, a.id, e.scale_id, %1$s AS period,
                           sum(coalesce(n.points, 0)) AS points, sum(CAST(t.points AS numeric)) AS maximum
                      FROM attempt a
                      JOIN instrument e ON e.id = a.instrument_id
                      JOIN task t ON t.instrument_id = e.id AND NOT t.deleted AND (t.variant IS NULL OR t.variant = a.variant)
                      JOIN competence c ON c.framework_id = e.framework_id AND c.code = t.competence AND NOT c.deleted
                      JOIN kin ON kin.id = c.id
                      LEFT JOIN answer n ON n.attempt_id = a.id AND n.task_id = t.id
                     WHERE a.status IN ('GRADED', 'APPEALED') AND a.started_at >= :begins AND a.started_at < :ends AND NOT %2$s
                     GROUP BY a.person_id, kin.code, a.started_at, a.id, e.scale_id
                ), newest AS (
                    SELECT DISTINCT ON (person_id, period, competence) * FROM parts
                     ORDER BY person_id, period, competence, started_at DESC, id DESC
                ), who AS (
                    SELECT person_id, array_agg(key) AS keys FROM grouped GROUP BY person_id
                )
                SELECT n.period, max(who.keys) AS keys, array_agg(n.competence ORDER BY n.competence) AS competences,
                       array_agg(n.points ORDER BY n.competence) AS points, array_agg(n.maximum ORDER BY n.competence) AS maximums,
                       array_agg(coalesce(CAST(n.scale_id AS text), '') ORDER BY n.competence) AS scales
                  FROM newest n JOIN who USING (person_id)
                 GROUP BY n.person_id, n.period
                """.formatted(question.over().of("CAST(a.started_at AT TIME ZONE :zone AS date)"), Seals.sealed("e.code")),
                Map.of("kin", kin.stream().map(Kin::id).toArray(UUID[]::new), "codes", kin.stream().map(Kin::code).toArray(String[]::new)))
                .map(CompetenceStore::taken).all();
    }

    private static Taken taken(Readable row) {
        return new Taken(requireNonNull(row.get("period", String.class)), texts(row, "keys"), texts(row, "competences"),
                numbers(row, "points"), numbers(row, "maximums"), texts(row, "scales"));
    }

    private static List<String> texts(Readable row, String column) {
        return List.of(requireNonNull(row.get(column, String[].class)));
    }

    private static List<BigDecimal> numbers(Readable row, String column) {
        return List.of(requireNonNull(row.get(column, BigDecimal[].class)));
    }
}
