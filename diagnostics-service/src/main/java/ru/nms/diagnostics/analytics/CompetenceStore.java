package ru.nms.diagnostics.analytics;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import ru.nms.platform.access.Scope;

/// What own attempts say of the competences of a framework.
@Repository
class CompetenceStore {

    private final PeopleStore people;

    CompetenceStore(PeopleStore people) {
        this.people = people;
    }

    record Counted(String key, String competence, String title, long people, BigDecimal points, BigDecimal maximum, long judged, long mastered) {}

    /// A task without an answer gave no points. Attempts count on the day on which they were begun.
    Flux<Counted> count(Question question, UUID framework, Scope.Condition scope) {
        return people.ask(question, scope, """
                , parts AS (
                    SELECT a.person_id, t.competence, a.started_at, a.id, sum(coalesce(n.points, 0)) AS points, sum(t.points) AS maximum,
                           max(s.threshold) AS threshold
                      FROM attempt a
                      JOIN instrument e ON e.id = a.instrument_id AND e.framework_id = :framework
                      JOIN task t ON t.instrument_id = e.id AND NOT t.deleted AND (t.variant IS NULL OR t.variant = a.variant)
                      LEFT JOIN answer n ON n.attempt_id = a.id AND n.task_id = t.id
                      LEFT JOIN scale s ON s.id = e.scale_id
                     WHERE a.status IN ('GRADED', 'APPEALED') AND a.started_at >= :begins AND a.started_at < :ends
                     GROUP BY a.person_id, t.competence, a.started_at, a.id
                ), newest AS (
                    SELECT DISTINCT ON (person_id, competence) * FROM parts ORDER BY person_id, competence, started_at DESC, id DESC
                )
                SELECT g.key, n.competence, max(c.title) AS title, count(*) AS people, sum(n.points) AS points, sum(n.maximum) AS maximum,
                       count(n.threshold) AS judged, count(*) FILTER (WHERE n.points * 100 >= n.threshold * n.maximum) AS mastered
                  FROM grouped g JOIN newest n USING (person_id)
                  JOIN competence c ON c.framework_id = :framework AND c.code = n.competence AND NOT c.deleted
                 GROUP BY g.key, n.competence ORDER BY g.key, n.competence
                """, Map.of("framework", framework)).mapProperties(Counted.class).all();
    }
}
