package ru.nms.platform.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.r2dbc.spi.R2dbcException;
import tools.jackson.databind.json.JsonMapper;

/// Every no becomes a problem. Add a [ProblemTexts] bean for more words and a [RefusalSource] bean for more libraries.
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

    @Bean
    ErrorWebExceptionHandler problemHandler(ObjectProvider<RefusalSource> sources, Wording wording, JsonMapper json) {
        return new ProblemHandler(sources.orderedStream().toList(), wording, json);
    }

    @Bean
    Wording wording(ObjectProvider<ProblemTexts> texts) {
        return new Wording(texts.orderedStream().toList());
    }

    @Bean
    ProblemTexts platformProblemTexts() {
        return ProblemTexts.PLATFORM;
    }

    @Bean
    RefusalSource requestRefusals() {
        return new RequestRefusals();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(R2dbcException.class)
    static class OfDatabase {

        @Bean
        RefusalSource dataRefusals() {
            return new DataRefusals();
        }
    }
}
