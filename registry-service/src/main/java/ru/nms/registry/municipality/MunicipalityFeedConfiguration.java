package ru.nms.registry.municipality;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.contracts.MunicipalityChanged;
import ru.nms.platform.access.Scope;
import ru.nms.platform.outbox.Retelling;
import ru.nms.platform.sync.Feed;
import ru.nms.registry.search.Searched;

/// What the federation is told of municipalities.
@Configuration(proxyBeanMethods = false)
class MunicipalityFeedConfiguration {

    @Bean
    Feed municipalities() {
        return new Feed("municipalities", "municipality m", "m",
                """
                jsonb_build_object('code', m.code, 'name', m.name, 'aliases', m.aliases, 'territoryType', m.territory_type,
                        'groupings', m.groupings, 'methodists', m.methodists, 'teachersReported', m.teachers_reported,
                        'closedOn', m.closed_on)""",
                "jsonb_build_object('code', m.code)", List.of());
    }

    @Bean
    Searched searchedMunicipalities() {
        return new Searched("municipality", "municipality r WHERE r.closed_on IS NULL", "r.id", "r.name", "r.search_key",
                caller -> Scope.Condition.ALL);
    }

    @Bean
    Retelling municipalitiesAgain(MunicipalityService municipalities) {
        return new Retelling(List.of(MunicipalityChanged.TOPIC), "municipality", municipalities::sayAgain);
    }
}
