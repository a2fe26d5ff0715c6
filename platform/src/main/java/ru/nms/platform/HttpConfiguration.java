package ru.nms.platform;

import java.time.Clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

import ru.nms.platform.access.AccessConfiguration;
import ru.nms.platform.http.ApiDescription;
import ru.nms.platform.http.HttpRulesConfiguration;
import ru.nms.platform.http.JsonConfiguration;
import ru.nms.platform.problem.ProblemConfiguration;

/// The HTTP side, the same in services and gateway.
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:nms-platform.properties")
@Import({ProblemConfiguration.class, JsonConfiguration.class, AccessConfiguration.class, HttpRulesConfiguration.class,
        ApiDescription.class})
public class HttpConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
