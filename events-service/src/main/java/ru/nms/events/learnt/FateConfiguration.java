package ru.nms.events.learnt;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import ru.nms.platform.fate.PersonErasure;
import ru.nms.platform.projection.PersonFateProjection;

/// What is decided about people reaches every part that keeps something of them.
@Configuration(proxyBeanMethods = false)
class FateConfiguration {

    @Bean
    PersonErasure personErasure(ObjectProvider<PersonFollower> followers) {
        return person -> Flux.fromStream(followers::orderedStream).concatMap(part -> part.erase(person)).then();
    }

    @Bean
    PersonFateProjection personFates(DatabaseClient db, PersonErasure erasure) {
        return new PersonFateProjection(db, erasure);
    }
}
