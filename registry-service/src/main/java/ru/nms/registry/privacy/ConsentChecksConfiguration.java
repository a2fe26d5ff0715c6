package ru.nms.registry.privacy;

import static ru.nms.registry.quality.QualityCheck.Severity.ERROR;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.registry.quality.QualityCheck;

/// What consents and the rest of the registry say differently.
@Configuration(proxyBeanMethods = false)
class ConsentChecksConfiguration {

    /// Somebody has to decide: another ground to go on, blocking, or destruction.
    @Bean
    QualityCheck activeWithoutConsent() {
        return new QualityCheck("active-without-consent", ERROR, "person", "Согласие на обработку отозвано, а запись действует", """
                SELECT p.id, (SELECT s.municipality_id FROM post s
                               WHERE s.person_id = p.id AND (s.until IS NULL OR s.until > CAST(:today AS date))
                               ORDER BY s.n LIMIT 1) AS municipality_id,
                       (SELECT CAST(max(c.withdrawn_on) AS text) FROM consent c
                         WHERE c.person_id = p.id AND c.purpose = 'PROCESSING' AND NOT c.deleted) AS note
                  FROM person p
                 WHERE NOT p.deleted AND %s""".formatted(WithdrawnConsent.withdrawn("PROCESSING", "p.id", "CAST(:today AS date)")));
    }
}
