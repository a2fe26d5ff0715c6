package ru.nms.registry.municipality;

import static ru.nms.registry.quality.QualityCheck.Severity.WARNING;

import java.util.stream.Collectors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.region.Territory.TerritoryType;
import ru.nms.registry.quality.QualityCheck;

/// Where the records of a municipality and what is reported of it do not agree.
@Configuration(proxyBeanMethods = false)
class MunicipalityChecksConfiguration {

    @Bean
    QualityCheck teachersDiffer() {
        return new QualityCheck("teachers-differ", WARNING, "municipality", "Учителей по записям не столько, сколько в отчёте", """
                SELECT m.id, m.id AS municipality_id, f.year || ': ' || f.reported || ' / ' || f.recorded AS note
                  FROM municipality m CROSS JOIN LATERAL (%s LIMIT 1) AS f
                 WHERE m.closed_on IS NULL AND f.reported <> f.recorded""".formatted(TeacherFiguresStore.BY_YEAR));
    }

    @Bean
    QualityCheck evidenceMissing(RegionProfile profile) {
        return new QualityCheck("territory-evidence", WARNING, "municipality", "Тип территории не подтверждён записями", """
                SELECT m.id, m.id AS municipality_id, m.territory_type AS note
                  FROM municipality m LEFT JOIN territory_evidence e ON e.municipality_id = m.id
                 WHERE m.closed_on IS NULL AND (%s)""".formatted(unproved(profile)));
    }

    /// Codes and figures come from the profile, whose schema allows nothing but capitals, underscores and numbers.
    private static String unproved(RegionProfile profile) {
        var types = profile.territory().territoryTypes().stream().filter(type -> type.evidence() != null)
                .map(MunicipalityChecksConfiguration::unproved).collect(Collectors.joining(" OR "));
        return types.isEmpty() ? "FALSE" : types;
    }

    private static String unproved(TerritoryType type) {
        var rule = type.evidence();
        var listed = rule != null && rule.officialList() ? "coalesce(e.official_list, false)" : "TRUE";
        var far = rule != null && rule.overKm() != null ? "coalesce(e.km_from_city > %d, false)".formatted(rule.overKm()) : "TRUE";
        return "m.territory_type = '%s' AND NOT (%s AND %s)".formatted(type.code(), listed, far);
    }
}
