package ru.nms.diagnostics.result;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.contracts.ResultChanged;
import ru.nms.platform.outbox.Retelling;

/// How results are told again.
@Configuration(proxyBeanMethods = false)
class ResultConfiguration {

    @Bean
    Retelling resultsAgain(ResultImportService results) {
        return new Retelling(List.of(ResultChanged.TOPIC), "result", results::sayAgain);
    }
}
