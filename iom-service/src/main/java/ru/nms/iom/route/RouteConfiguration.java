package ru.nms.iom.route;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.contracts.RouteChanged;
import ru.nms.platform.outbox.OutboxConfiguration.OwnTopics;
import ru.nms.platform.outbox.Retelling;
import ru.nms.platform.problem.ProblemTexts;
import ru.nms.platform.sync.Feed;

/// What the service says to the world outside its own addresses.
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    @Bean
    OwnTopics ownTopics() {
        return new OwnTopics(List.of(RouteChanged.TOPIC));
    }

    @Bean
    ProblemTexts iomProblemTexts() {
        return ProblemTexts.of("problems/iom");
    }

    /// The federal profile of a route: states, dates and kinds. No names, no words that people wrote.
    @Bean
    Feed routesFeed() {
        return new Feed("routes", "route r", "r", """
                jsonb_build_object('personId', r.person_id, 'status', r.status, 'from', r.from_date,
                    'until', r.until_date, 'byDiagnostics', r.basis ->> 'resultId' IS NOT NULL,
                    'approvedOn', r.approved_on, 'completedOn', r.completed_on,
                    'items', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', item ->> 'id',
                                     'section', item ->> 'section', 'kind', item ->> 'kind',
                                     'status', item ->> 'status', 'mode', item ->> 'mode',
                                     'competence', item ->> 'competence', 'deficitId', item ->> 'deficitId',
                                     'eventId', item ->> 'eventId')), '[]')
                                FROM jsonb_array_elements(r.items) AS item))""",
                "jsonb_build_object('personId', r.person_id)", List.of("people"));
    }

    @Bean
    Retelling routesAgain(RouteWriteService routes) {
        return new Retelling(List.of(RouteChanged.TOPIC), "route", routes::sayAgain);
    }
}
