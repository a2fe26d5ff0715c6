package ru.nms.registry.act;

import static ru.nms.registry.quality.QualityCheck.Severity.WARNING;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.registry.quality.QualityCheck;

/// Acts that contradict each other.
@Configuration(proxyBeanMethods = false)
class ActChecksConfiguration {

    @Bean
    QualityCheck annexDateDiffers() {
        return new QualityCheck("annex-date-differs", WARNING, "act", "Дата приложения не та, что у самого акта", """
                SELECT e.id, CAST(NULL AS uuid) AS municipality_id,
                       to_char(e.date, 'DD.MM.YYYY') || ' / ' || to_char(m.date, 'DD.MM.YYYY') AS note
                  FROM act e JOIN act m ON m.id = e.annex_to_id AND NOT m.deleted
                 WHERE NOT e.deleted AND m.date <> e.date""");
    }
}
