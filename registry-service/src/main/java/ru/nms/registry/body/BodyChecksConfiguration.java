package ru.nms.registry.body;

import static ru.nms.registry.quality.QualityCheck.Severity.NOTICE;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.registry.quality.QualityCheck;

/// Bodies that lack what they must have: they are entered before their act is signed.
@Configuration(proxyBeanMethods = false)
class BodyChecksConfiguration {

    @Bean
    QualityCheck bodyWithoutList() {
        return new QualityCheck("body-without-list", NOTICE, "body", "У РУМО или ассоциации нет утверждённого состава или плана работы", """
                SELECT e.id, e.municipality_id,
                       concat_ws(', ', CASE WHEN e.list_act_id IS NULL THEN 'акт о составе' END, CASE WHEN e.plan = '[]' THEN 'план' END) AS note
                  FROM body e
                 WHERE NOT e.deleted AND e.kind IN ('RUMO', 'PROFESSIONAL_ASSOCIATION') AND (e.list_act_id IS NULL OR e.plan = '[]')""");
    }
}
