package ru.nms.registry.training;

import static ru.nms.registry.quality.QualityCheck.Severity.WARNING;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.registry.quality.QualityCheck;

/// Rounds of assessment whose figures cannot both be right.
@Configuration(proxyBeanMethods = false)
class TrainingChecksConfiguration {

    /// Fewer people than municipalities; before anybody came, those who are to come.
    static final String FEW = "coalesce(coalesce(e.actual_persons, e.planned_persons) < e.municipalities, false)";

    @Bean
    QualityCheck fewerPersonsThanMunicipalities() {
        return new QualityCheck("fewer-persons-than-municipalities", WARNING, "assessment-round",
                "Участников меньше, чем муниципалитетов, из которых они", """
                SELECT e.id, CAST(NULL AS uuid) AS municipality_id,
                       coalesce(e.actual_persons, e.planned_persons) || ' / ' || e.municipalities AS note
                  FROM assessment_round e WHERE NOT e.deleted AND %s""".formatted(FEW));
    }
}
