package ru.nms.platform.access;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/// Separate from [AccessConfiguration], because the gateway has no database.
@Configuration(proxyBeanMethods = false)
@Import(ReadAuditResource.class)
public class ReadAuditConfiguration {

    @Bean
    ReadAudit readAudit(DatabaseClient db, Clock clock) {
        return new ReadAudit(db, clock);
    }
}
