package ru.nms.platform.projection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.ServiceSettings;
import ru.nms.platform.fate.KnownFates;
import ru.nms.platform.fate.PersonErasure;
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
    KnownFates knownFates(DatabaseClient db) {
        return new KnownFates(db);
    }

    @Bean
    Projector projector(ObjectProvider<Projection<?>> projections, Tx tx, EventJson json, DeadLetters deadLetters,
                        Progress progress, KnownFates fates) {
        var byTopic = projections.stream().collect(Collectors.<Projection<?>, String, Projection<?>>toMap(
                projection -> projection.topic().name(), Function.identity()));
        return new Projector(byTopic, tx, json.mapper(), deadLetters, progress, new Destroyed(fates));
    }

    @Bean
    ProjectionRunner projectionRunner(ObjectProvider<Projection<?>> projections, Projector projector,
                                      KafkaSettings kafka, Topics topics, ServiceSettings service) {
        List<Projection<?>> all = projections.stream().<Projection<?>>map(Function.identity()).toList();
        return new ProjectionRunner(all, projector, kafka, topics, service.name());
    }

    @Bean
    Freshness freshness(ProjectionRunner runner, Progress progress, KafkaSettings kafka, Clock clock, MeterRegistry meters) {
        return new Freshness(runner, progress, kafka, clock, meters);
    }

    @Bean
    DataAsOfFilter dataAsOfFilter(Freshness freshness, ProjectionRunner runner) {
        return new DataAsOfFilter(freshness, runner.projections());
    }

    /// An operation that depends on what is never learnt would be marked stale for ever: no start.
    @Bean
    SmartInitializingSingleton everythingNeededIsLearnt(ObjectProvider<RequestMappingHandlerMapping> mappings,
                                                        DataAsOfFilter filter) {
        return () -> mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .forEach(filter::topics);
    }

    @Bean
    GlobalOperationCustomizer dataAsOfDescription() {
        return (operation, handler) -> {
            var learnt = DataAsOfFilter.learntFrom(handler);
            if (learnt != null && learnt.value().length > 0) {
                operation.getResponses().entrySet().stream().filter(response -> response.getKey().startsWith("2"))
                        .forEach(response -> response.getValue().addHeaderObject(DataAsOfFilter.HEADER, dataAsOf()));
            }
            return operation;
        };
    }

    private static Header dataAsOf() {
        return new Header().description("Всё, что другие службы сообщили до этого момента, учтено; never — ещё не всё получено")
                .schema(new StringSchema().example("2026-11-22T08:00:00Z"));
    }

    @Bean
    Rebuild rebuild(DatabaseSettings settings, DatabaseClient db, Projector projector, ProjectionRunner runner,
                    KafkaSettings kafka, Tx tx, Clock clock, KnownFates fates, ObjectProvider<PersonErasure> erasure) {
        Function<Instant, Mono<Void>> eraseSince = start -> fates.destroyedSince(start).collectList().flatMapMany(Flux::fromIterable)
                .concatMap(person -> erasure.getObject().erase(person)).then();
        return new Rebuild(new RebuildStore(settings, db), projector, runner, kafka, tx, clock, eraseSince);
    }

    @Bean
    Replay replay(Projector projector, KafkaSettings kafka, ServiceSettings service) {
        return new Replay(projector, kafka, service.name());
    }
}
