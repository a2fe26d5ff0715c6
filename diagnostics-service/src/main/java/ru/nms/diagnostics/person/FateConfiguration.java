package ru.nms.diagnostics.person;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.platform.fate.PersonErasure;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.projection.PersonFateProjection;

/// What is decided about people reaches every part that keeps something of them.
@Configuration(proxyBeanMethods = false)
class FateConfiguration {

    @Bean
    PersonErasure personErasure(DatabaseClient db, ObjectProvider<PersonTraces> traces) {
        return PersonErasure.of(db, traces::orderedStream);
    }

    @Bean
    PersonFateProjection personFates(DatabaseClient db, PersonErasure erasure) {
        return new PersonFateProjection(db, erasure);
    }
}
