package ru.nms.events.learnt;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.platform.fate.PersonErasure;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.projection.PeopleCopy;
import ru.nms.platform.projection.PersonFateProjection;
import ru.nms.platform.projection.PersonProjection;

/// Who works where, and what is decided about people: it reaches every part that keeps something of them.
@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    @Bean
    PeopleCopy peopleCopy(DatabaseClient db, EventJson json) {
        return new PeopleCopy(db, json, "person");
    }

    @Bean
    PersonProjection people(PeopleCopy copy, ObjectProvider<PersonTraces> traces) {
        return new PersonProjection(copy, traces::orderedStream);
    }

    @Bean
    PersonErasure personErasure(DatabaseClient db, ObjectProvider<PersonTraces> traces) {
        return PersonErasure.of(db, traces::orderedStream);
    }

    @Bean
    PersonFateProjection personFates(DatabaseClient db, PersonErasure erasure) {
        return new PersonFateProjection(db, erasure);
    }
}
