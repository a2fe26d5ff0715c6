package ru.nms.diagnostics.analytics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import ru.nms.diagnostics.rule.Recency;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Scope;

/// Where people stand, by competence area and level of deficit.
@Repository
class DifficultyStore {

    private final PeopleStore people;
    private final Rulebook rules;

    DifficultyStore(PeopleStore people, Rulebook rules) {
        this.people = people;
        this.rules = rules;
    }

    record Counted(String key, String period, String competence, String level, long people) {}

    /// The level is what the region's scale of the last day says; functional literacy has one of its own.
    Flux<Counted> count(Question question, Scope.Condition scope) {
        var inArea = question.competence() == null ? "" : " AND s.competence = :competence";
        return people.ask(question, scope, """
                , newest AS (
                    SELECT DISTINCT ON (r.person_id, s.competence, %2$s) r.person_id, s.competence, s.points, s.maximum, %2$s AS period
                      FROM result r JOIN score s ON s.result_id = r.id
                     WHERE %1$s
                     ORDER BY r.person_id, s.competence, %2$s, %3$s
                ), judged AS (
                    SELECT n.person_id, n.competence, n.period, coalesce((
                            SELECT step.level FROM unnest(:literacies, :levels, :belows) WITH ORDINALITY AS step (literacy, level, below, nr)
                             WHERE step.literacy = (n.competence = :literacy) AND n.points * 100 < step.below * n.maximum
                             ORDER BY step.nr LIMIT 1), 'NONE') AS level
                      FROM newest n
                )
                SELECT g.key, j.period, j.competence, j.level, count(*) AS people
                  FROM grouped g JOIN judged j USING (person_id)
                 GROUP BY g.key, j.period, j.competence, j.level ORDER BY g.key, j.period, j.competence, j.level
                """.formatted(PeopleStore.results(question) + inArea, question.over().of("r.taken_on"), Recency.newestFirst("r", "id")), steps(question))
                .mapProperties(Counted.class).all();
    }

    private Map<String, Object> steps(Question question) {
        var literacies = new ArrayList<Boolean>();
        var levels = new ArrayList<String>();
        var belows = new ArrayList<BigDecimal>();
        for (boolean literacy : List.of(false, true)) {
            rules.scale(literacy ? Rulebook.FUNCTIONAL_LITERACY : "", question.until()).steps().forEach(step -> {
                literacies.add(literacy);
                levels.add(step.level());
                belows.add(step.below());
            });
        }
        return Map.of("literacy", Rulebook.FUNCTIONAL_LITERACY, "literacies", literacies.toArray(Boolean[]::new),
                "levels", levels.toArray(String[]::new), "belows", belows.toArray(BigDecimal[]::new));
    }
}
