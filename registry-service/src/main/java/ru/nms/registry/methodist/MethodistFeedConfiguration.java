package ru.nms.registry.methodist;

import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.MethodistChanged;
import ru.nms.platform.outbox.Retelling;
import ru.nms.platform.sync.Feed;

/// What the federation is told of methodists and of whom they accompany.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MethodistSettings.class)
class MethodistFeedConfiguration {

    @Bean
    Feed methodists() {
        return new Feed("methodists", "methodist m", "m",
                """
                jsonb_build_object('personId', m.person_id, 'kind', m.kind, 'municipalityId', m.municipality_id,
                        'engagement', m.engagement, 'since', m.since, 'until', m.until)""",
                "jsonb_build_object('personId', m.person_id, 'kind', m.kind)", List.of("people"));
    }

    @Bean
    Feed assignments() {
        return new Feed("assignments", "assignment a", "a",
                """
                jsonb_build_object('methodistId', a.methodist_id, 'personId', a.person_id, 'since', a.since,
                        'until', a.until)""",
                "jsonb_build_object('methodistId', a.methodist_id, 'personId', a.person_id)", List.of("methodists"));
    }

    @Bean
    Retelling methodistsAgain(MethodistService methodists) {
        return new Retelling(List.of(MethodistChanged.TOPIC), "methodist", methodists::sayAgain);
    }

    @Bean
    Retelling assignmentsAgain(AssignmentService assignments) {
        return new Retelling(List.of(AssignmentChanged.TOPIC), "assignment", assignments::sayAgain);
    }
}
