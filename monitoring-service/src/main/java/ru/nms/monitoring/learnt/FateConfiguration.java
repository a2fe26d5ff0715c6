package ru.nms.monitoring.learnt;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.platform.fate.PersonErasure;
import ru.nms.platform.projection.PersonFateProjection;

/// What is decided about people is heard here too.
@Configuration(proxyBeanMethods = false)
class FateConfiguration {

    @Bean
    PersonFateProjection personFates(DatabaseClient db, PersonErasure erasure) {
        return new PersonFateProjection(db, erasure);
    }
}
