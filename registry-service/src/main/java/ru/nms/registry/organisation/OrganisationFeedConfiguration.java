package ru.nms.registry.organisation;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.contracts.OrganisationChanged;
import ru.nms.platform.outbox.Retelling;
import ru.nms.platform.sync.Feed;
import ru.nms.registry.search.Searched;

/// What the federation is told of organisations.
@Configuration(proxyBeanMethods = false)
class OrganisationFeedConfiguration {

    @Bean
    Feed organisations() {
        return new Feed("organisations", "organisation o", "o",
                """
                jsonb_build_object('kind', o.kind, 'level', o.level, 'name', o.name, 'aliases', o.aliases,
                        'municipalityId', o.municipality_id, 'parentId', o.parent_id, 'openedOn', o.opened_on, 'closedOn', o.closed_on,
                        'successors', o.successors, 'legalForm', o.details -> 'legalForm',
                        'flags', coalesce(o.details -> 'flags', '[]'),
                        'educationKinds', coalesce(o.details -> 'educationKinds', '[]'))""",
                "jsonb_build_object('kind', o.kind, 'name', o.name, 'municipalityId', o.municipality_id)",
                List.of("municipalities"));
    }

    @Bean
    Searched searchedOrganisations() {
        return new Searched("organisation", "organisation o WHERE NOT o.deleted", "o.id", "o.name", "o.search_key",
                OrganisationAccess::visibleTo);
    }

    @Bean
    Retelling organisationsAgain(OrganisationService organisations) {
        return new Retelling(List.of(OrganisationChanged.TOPIC), "organisation", organisations::sayAgain);
    }
}
