package ru.nms.platform.projection;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import io.micrometer.core.instrument.MeterRegistry;
import ru.nms.platform.ServiceSettings;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.outbox.KafkaSettings;
import ru.nms.platform.outbox.Topics;
import ru.nms.platform.tx.DatabaseSettings;
import ru.nms.platform.tx.Tx;

@Configuration(proxyBeanMethods = false)
@Import(OperationsResource.class)
public class ProjectionConfiguration {

    @Bean
    Progress progress(DatabaseClient db, Clock clock) {
        return new Progress(db, clock);
    }

    @Bean
    DeadLetters deadLetters(KafkaSettings kafka, ServiceSettings service, MeterRegistry meters) {
        return new DeadLetters(kafka, service.name(), meters);
    }

    @Bean
    Projector projector(ObjectProvider<Projection<?>> projections, Tx tx, EventJson json, DeadLetters deadLetters,
                        Progress progress) {
        var byTopic = projections.stream().collect(Collectors.<Projection<?>, String, Projection<?>>toMap(
                projection -> projection.topic().name(), Function.identity()));
        return new Projector(byTopic, tx, json.mapper(), deadLetters, progress);
    }

    @Bean
    ProjectionRunner projectionRunner(ObjectProvider<Projection<?>> projections, Projector projector,
                                      KafkaSettings kafka, Topics topics, ServiceSettings service) {
        List<Projection<?>> all = projections.stream().<Projection<?>>map(Function.identity()).toList();
        return new ProjectionRunner(all, projector, kafka, topics, service.name());
    }

    @Bean
    Rebuild rebuild(DatabaseSettings settings, DatabaseClient db, Projector projector, ProjectionRunner runner,
                    KafkaSettings kafka) {
        return new Rebuild(new RebuildStore(settings, db), projector, runner, kafka);
    }

    @Bean
    Replay replay(Projector projector, KafkaSettings kafka, ServiceSettings service) {
        return new Replay(projector, kafka, service.name());
    }
}
