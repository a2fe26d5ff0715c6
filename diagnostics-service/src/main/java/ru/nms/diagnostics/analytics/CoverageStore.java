package ru.nms.diagnostics.analytics;

import java.util.Map;
import java.util.function.Function;

import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import ru.nms.diagnostics.analytics.Period.Span;
import ru.nms.platform.access.Scope;
import ru.nms.platform.region.RegionCalendar;

/// Who was reached.
@Repository
class CoverageStore {

    private final PeopleStore people;
    private final RegionCalendar calendar;

    CoverageStore(PeopleStore people, RegionCalendar calendar) {
        this.people = people;
        this.calendar = calendar;
    }

    /// @param atAll of whom a result was taken, whatever it is of
    record Counted(String key, String period, long staff, long diagnosed, long atAll, long invited) {}

    Flux<Counted> count(Question question, Scope.Condition scope) {
        var inArea = question.competence() == null ? ""
                : " AND EXISTS (SELECT FROM score c WHERE c.result_id = r.id AND c.competence = :competence)";
        var met = question.competence() == null ? "SELECT person_id, period FROM reached"
                : """
                    SELECT DISTINCT r.person_id, span.period FROM result r JOIN spans span ON r.taken_on BETWEEN span.first AND span.last
                     WHERE NOT r.deleted""";
        return people.ask(question, scope, """
                , spans AS (
                    SELECT * FROM unnest(:names, CAST(:firsts AS date[]), CAST(:lasts AS date[]), CAST(:openings AS timestamptz[]),
                                         CAST(:closings AS timestamptz[])) AS span (period, first, last, opens, closes)
                ), reached AS (
                    SELECT DISTINCT r.person_id, span.period FROM result r JOIN spans span ON r.taken_on BETWEEN span.first AND span.last
                     WHERE %s
                ), met AS (
                    %s
                ), called AS (
                    SELECT DISTINCT i.person_id, span.period
                      FROM campaign_participation i JOIN campaign c ON c.id = i.campaign_id
                      JOIN spans span ON c.starts_at < span.closes AND c.ends_at >= span.opens
                     WHERE NOT i.deleted AND NOT c.deleted AND c.status IN ('ANNOUNCED', 'PUBLISHED')
                )
                SELECT g.key, span.period, count(*) AS staff, count(reached.person_id) AS diagnosed,
                       count(met.person_id) AS at_all, count(called.person_id) AS invited
                  FROM grouped g CROSS JOIN spans span
                  LEFT JOIN reached ON reached.person_id = g.person_id AND reached.period = span.period
                  LEFT JOIN met ON met.person_id = g.person_id AND met.period = span.period
                  LEFT JOIN called ON called.person_id = g.person_id AND called.period = span.period
                 GROUP BY g.key, span.period ORDER BY g.key, span.period
                """.formatted(PeopleStore.results(question) + inArea, met), spans(question)).mapProperties(Counted.class).all();
    }

    private Map<String, Object> spans(Question question) {
        return Map.of("names", texts(question, Span::name), "firsts", texts(question, Span::first), "lasts", texts(question, Span::last),
                "openings", texts(question, span -> calendar.startOf(span.first())),
                "closings", texts(question, span -> calendar.startOf(span.last().plusDays(1))));
    }

    private static String[] texts(Question question, Function<Span, Object> part) {
        return question.spans().stream().map(part).map(Object::toString).toArray(String[]::new);
    }
}
