package ru.nms.monitoring;

import java.util.List;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import ru.nms.contracts.IndicatorValueChanged;
import ru.nms.platform.NmsService;
import ru.nms.platform.outbox.OutboxConfiguration.OwnTopics;
import ru.nms.platform.problem.ProblemTexts;
import ru.nms.platform.region.RegionConfiguration;
import ru.nms.platform.sync.Feed;

/// The monitoring service. Port 8085, configuration `monitoring.yml`.
@NmsService
@Import(RegionConfiguration.class)
public class MonitoringApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(MonitoringApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=monitoring")
                .run(args);
    }

    @Bean
    OwnTopics ownTopics() {
        return new OwnTopics(List.of(IndicatorValueChanged.TOPIC));
    }

    @Bean
    ProblemTexts problemTexts() {
        return ProblemTexts.of("problems/monitoring");
    }

    @Bean
    Feed indicatorValues() {
        return new Feed("indicator-values", "indicator_value v", "v", """
                jsonb_build_object('code', v.code, 'canonical', v.canonical, 'territory', v.territory,
                    'periodFrom', v.period_from, 'periodUntil', v.period_until, 'measuredOn', v.measured_on,
                    'indicatorSet', v.indicator_set, 'numerator', v.numerator, 'denominator', v.denominator)""",
                "jsonb_build_object('code', v.code, 'territory', v.territory, 'periodFrom', v.period_from)", List.of());
    }
}
