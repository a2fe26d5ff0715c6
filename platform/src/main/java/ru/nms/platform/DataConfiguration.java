package ru.nms.platform;

import java.time.Clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import ru.nms.platform.idempotency.IdempotencyConfiguration;
import ru.nms.platform.imports.ImportConfiguration;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.list.ListConfiguration;
import ru.nms.platform.outbox.OutboxConfiguration;
import ru.nms.platform.projection.ProjectionConfiguration;
import ru.nms.platform.sync.SyncConfiguration;
import ru.nms.platform.tx.DatabaseConfiguration;

/// Everything of a service that touches its database or Kafka.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceSettings.class)
@Import({DatabaseConfiguration.class, OutboxConfiguration.class, ProjectionConfiguration.class,
        ListConfiguration.class, ImportConfiguration.class,
        IdempotencyConfiguration.class, SyncConfiguration.class})
public class DataConfiguration {

    @Bean
    EventJson eventJson() {
        return EventJson.create();
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
