package ru.nms.diagnostics;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.DiagnosisParticipationChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.SurveyChanged;
import ru.nms.contracts.TrainingRequestChanged;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.outbox.OutboxConfiguration.OwnTopics;
import ru.nms.platform.problem.ProblemTexts;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionConfiguration;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.RegisterConfiguration;
import ru.nms.platform.sync.Feed;

@Configuration(proxyBeanMethods = false)
@Import({RegionConfiguration.class, RegisterConfiguration.class})
class DiagnosticsConfiguration {

    @Bean
    Rulebook rulebook(RegionProfile region, RegionCalendar calendar) {
        return new Rulebook(region, calendar);
    }

    @Bean
    OwnTopics ownTopics() {
        return new OwnTopics(List.of(ResultChanged.TOPIC, DeficitChanged.TOPIC, DiagnosisParticipationChanged.TOPIC,
                SurveyChanged.TOPIC, TrainingRequestChanged.TOPIC));
    }

    @Bean
    ProblemTexts diagnosticsProblemTexts() {
        return ProblemTexts.of("problems/diagnostics");
    }

    /// The federation sees that a diagnosis was made and of what; scores stay in the region.
    @Bean
    Feed resultFeed() {
        return new Feed("results", "result r", "r", """
                jsonb_build_object('personId', r.person_id, 'procedure', r.procedure, 'provider', r.provider,
                    'takenOn', r.taken_on, 'occasion', r.occasion,
                    'competences', (SELECT jsonb_agg(s.competence ORDER BY s.competence)
                                      FROM score s WHERE s.result_id = r.id))""", """
                jsonb_build_object('personId', r.person_id, 'procedure', r.procedure, 'provider', r.provider,
                    'takenOn', r.taken_on)""",
                List.of("people"));
    }

    @Bean
    Feed deficitFeed() {
        return new Feed("deficits", "deficit d", "d", """
                jsonb_build_object('personId', d.person_id, 'competence', d.competence, 'level', d.level,
                    'status', d.status, 'openedOn', d.opened_on, 'closedOn', d.closed_on, 'resultId', d.result_id)""",
                "jsonb_build_object('personId', d.person_id, 'competence', d.competence)",
                List.of("people", "results"));
    }
}
