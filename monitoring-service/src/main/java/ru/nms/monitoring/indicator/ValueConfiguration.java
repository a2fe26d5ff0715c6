package ru.nms.monitoring.indicator;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.contracts.IndicatorValueChanged;
import ru.nms.platform.outbox.Retelling;

/// How values are told again.
@Configuration(proxyBeanMethods = false)
class ValueConfiguration {

    @Bean
    Retelling valuesAgain(ValueService values) {
        return new Retelling(List.of(IndicatorValueChanged.TOPIC), "indicator_value", values::sayAgain);
    }
}
