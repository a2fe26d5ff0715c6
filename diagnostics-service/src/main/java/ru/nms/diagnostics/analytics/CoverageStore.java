package ru.nms.diagnostics.analytics;

import java.util.Map;

import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import ru.nms.platform.access.Scope;

/// Who was reached.
@Repository
class CoverageStore {

    private final PeopleStore people;

    CoverageStore(PeopleStore people) {
        this.people = people;
    }

    record Counted(String key, long staff, long diagnosed, long invited) {}

    Flux<Counted> count(Question question, Scope.Condition scope) {
        var inArea = question.competence() == null ? ""
                : " AND EXISTS (SELECT FROM score c WHERE c.result_id = r.id AND c.competence = :competence)";
        return people.ask(question, scope, """
                , reached AS (
                    SELECT DISTINCT r.person_id FROM result r WHERE %s
                ), called AS (
                    SELECT DISTINCT i.person_id FROM campaign_participation i JOIN campaign c ON c.id = i.campaign_id
                     WHERE NOT i.deleted AND NOT c.deleted AND c.status IN ('ANNOUNCED', 'PUBLISHED')
                       AND c.starts_at < :ends AND c.ends_at >= :begins
                )
                SELECT g.key, count(*) AS staff, count(reached.person_id) AS diagnosed, count(called.person_id) AS invited
                  FROM grouped g LEFT JOIN reached USING (person_id) LEFT JOIN called USING (person_id)
                 GROUP BY g.key ORDER BY g.key
                """.formatted(PeopleStore.results(question) + inArea), Map.of()).mapProperties(Counted.class).all();
    }
}
