package ru.nms.registry.organisation;

import static ru.nms.registry.quality.QualityCheck.Severity.ERROR;
import static ru.nms.registry.quality.QualityCheck.Severity.NOTICE;
import static ru.nms.registry.quality.QualityCheck.Severity.WARNING;

import java.util.stream.Collectors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.region.OrganisationKind;
import ru.nms.platform.region.RegionProfile;
import ru.nms.registry.quality.QualityCheck;

/// What may be wrong with organisations.
@Configuration(proxyBeanMethods = false)
class OrganisationChecksConfiguration {

    private static final String ORGANISATION = """
            SELECT o.id, o.municipality_id, %s AS note FROM organisation o
             WHERE NOT o.deleted AND (o.closed_on IS NULL OR o.closed_on > CAST(:today AS date)) AND %s""";

    @Bean
    QualityCheck namesakes() {
        return new QualityCheck("organisation-namesake", WARNING, "organisation", "В одном муниципалитете две организации с одним названием",
                ORGANISATION.formatted("o.kind", """
                EXISTS (SELECT FROM organisation t WHERE t.id <> o.id AND t.name_key = o.name_key
                           AND (t.closed_on IS NULL OR t.closed_on > CAST(:today AS date))
                           AND t.municipality_id IS NOT DISTINCT FROM o.municipality_id)"""));
    }

    @Bean
    QualityCheck partsOfClosedOnes() {
        return new QualityCheck("organisation-of-closed-parent", ERROR, "organisation", "Входит в закрытую организацию",
                ORGANISATION.formatted("CAST(o.parent_id AS text)",
                        "EXISTS (SELECT FROM organisation t WHERE t.id = o.parent_id AND t.closed_on <= CAST(:today AS date))"));
    }

    @Bean
    QualityCheck emptySchools(RegionProfile profile) {
        return new QualityCheck("organisation-without-people", NOTICE, "organisation", "Нет ни одного работника", ORGANISATION.formatted(
                "CAST(NULL AS text)", "o.kind IN (%s) AND NOT EXISTS (SELECT FROM post s WHERE s.organisation_id = o.id)".formatted(employers(profile))));
    }

    @Bean
    QualityCheck nobodyAnswers(RegionProfile profile) {
        return new QualityCheck("organisation-without-responsible", NOTICE, "organisation", "Никто не отвечает за систему",
                ORGANISATION.formatted("CAST(NULL AS text)",
                        "o.kind IN (%s) AND coalesce(jsonb_array_length(o.details -> 'responsible'), 0) = 0".formatted(employers(profile))));
    }

    /// Codes of a profile are capitals and underscores: its schema says so.
    private static String employers(RegionProfile profile) {
        return profile.organisationKinds().stream().filter(OrganisationKind::employsTeachers)
                .map(kind -> "'" + kind.kind() + "'").distinct().collect(Collectors.joining(", "));
    }

    @Bean
    QualityCheck formlessMethodServices() {
        return new QualityCheck("method-service-without-form", WARNING, "organisation", "Не указана форма муниципальной методической службы",
                ORGANISATION.formatted("CAST(NULL AS text)", "o.kind = 'MMS' AND o.details ->> 'legalForm' IS NULL"));
    }

    @Bean
    QualityCheck methodServicesPerMunicipality(RegionProfile profile) {
        return new QualityCheck("method-services-differ", WARNING, "municipality", "Методических служб в муниципалитете не одна", """
                SELECT m.id, m.id AS municipality_id, CAST(s.services AS text) AS note
                  FROM municipality m
                       CROSS JOIN LATERAL (SELECT count(*) AS services FROM organisation o
                            WHERE o.municipality_id = m.id AND o.kind = 'MMS' AND (o.closed_on IS NULL OR o.closed_on > CAST(:today AS date))) AS s
                 WHERE m.closed_on IS NULL AND s.services <> 1 AND %s""".formatted(
                        profile.organisationKinds().stream().anyMatch(kind -> kind.kind().equals(DetailRules.METHOD_SERVICE))));
    }
}
