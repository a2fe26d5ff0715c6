package ru.nms.registry;

import java.util.List;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import ru.nms.contracts.ActChanged;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.CommunityChanged;
import ru.nms.contracts.CompletionChanged;
import ru.nms.contracts.MentorshipChanged;
import ru.nms.contracts.MethodistChanged;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonFateChanged;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.contracts.PracticeChanged;
import ru.nms.contracts.ProgrammeChanged;
import ru.nms.contracts.SiteChanged;
import ru.nms.contracts.TeamChanged;
import ru.nms.platform.NmsService;
import ru.nms.platform.outbox.OutboxConfiguration.OwnTopics;
import ru.nms.platform.problem.ProblemTexts;
import ru.nms.platform.region.RegionConfiguration;
import ru.nms.platform.register.RegisterConfiguration;

/// The registry as a process.
@NmsService
@Import({RegionConfiguration.class, RegisterConfiguration.class})
public class RegistryApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(RegistryApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=registry")
                .run(args);
    }

    @Bean
    OwnTopics ownTopics() {
        return new OwnTopics(List.of(MunicipalityChanged.TOPIC, OrganisationChanged.TOPIC, PersonChanged.TOPIC,
                PersonIdentityChanged.TOPIC, PersonFateChanged.TOPIC, MethodistChanged.TOPIC, AssignmentChanged.TOPIC, CommunityChanged.TOPIC,
                ProgrammeChanged.TOPIC, CompletionChanged.TOPIC, SiteChanged.TOPIC, ActChanged.TOPIC,
                MentorshipChanged.TOPIC, PracticeChanged.TOPIC, TeamChanged.TOPIC));
    }

    @Bean
    ProblemTexts problemTexts() {
        return ProblemTexts.of("problems/registry");
    }
}
