package ru.nms.registry.site;

import static ru.nms.registry.quality.QualityCheck.Severity.NOTICE;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.registry.quality.QualityCheck;

/// Sites that lack what they must have: they are entered before their act is signed.
@Configuration(proxyBeanMethods = false)
class SiteChecksConfiguration {

    @Bean
    QualityCheck siteWithoutList() {
        return new QualityCheck("site-without-list", NOTICE, "site", "Инновационной площадки нет в утверждённом перечне, или у неё нет плана работы", """
                SELECT e.id, o.municipality_id,
                       concat_ws(', ', CASE WHEN e.list_act_id IS NULL THEN 'акт о перечне' END, CASE WHEN e.plan = '[]' THEN 'план' END) AS note
                  FROM site e JOIN organisation o ON o.id = e.organisation_id
                 WHERE NOT e.deleted AND e.kind = 'INNOVATION' AND (e.list_act_id IS NULL OR e.plan = '[]')""");
    }
}
