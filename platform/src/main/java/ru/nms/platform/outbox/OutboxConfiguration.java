package ru.nms.platform.outbox;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import io.micrometer.core.instrument.MeterRegistry;
import ru.nms.contracts.Topic;
import ru.nms.platform.ServiceSettings;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.tx.DatabaseSettings;
import ru.nms.platform.tx.Tx;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
@Import({ChangeAuditResource.class, RetellingResource.class})
public class OutboxConfiguration {

    /// The topics a service owns; each service declares this bean.
    public record OwnTopics(List<Topic<?>> all) {}

    @Bean
    Epoch epoch(DatabaseClient db) {
        return new Epoch(db);
    }

    @Bean
    OutboxBell outboxBell(DatabaseClient db) {
        return new OutboxBell(db);
    }

    @Bean
    Outbox outbox(DatabaseClient db, EventJson json, Epoch epoch, OutboxBell bell, Clock clock) {
        return new Outbox(db, json.mapper(), epoch, bell, clock);
    }

    @Bean
    ActorFilter actorFilter() {
        return new ActorFilter();
    }

    @Bean
    OutboxBacklog outboxBacklog(DatabaseClient db, Clock clock, MeterRegistry meters) {
        return new OutboxBacklog(db, clock, meters);
    }

    @Bean
    Topics topics(KafkaSettings settings) {
        return new Topics(settings);
    }

    @Bean
    RetellingService retellingService(ObjectProvider<Retelling> retellings, ObjectProvider<Retellings> more,
                                      ObjectProvider<OwnTopics> own, DatabaseClient db, KafkaSettings kafka, Outbox outbox, Tx tx) {
        return new RetellingService(Stream.concat(retellings.stream(), more.stream().flatMap(some -> some.all().stream())).toList(), own.getIfAvailable(() -> new OwnTopics(List.of())),
                new RetellingStore(db), new ToldThings(kafka), outbox, tx);
    }

    @Bean
    OutboxRelay outboxRelay(DatabaseSettings database, KafkaSettings kafka, Topics topics, ServiceSettings service,
                            ObjectProvider<OwnTopics> own) {
        return new OutboxRelay(new RelayDatabase(database, service.name()),
                new RelayKafka(kafka, topics, service.name()),
                own.getIfAvailable(() -> new OwnTopics(List.of())).all());
    }
}
