package ru.nms.platform.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.SmartLifecycle;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import ru.nms.platform.outbox.KafkaSettings;

/// How many records of each topic the service has not applied yet, as the metric `nms.projection.lag`. The broker is
/// asked every few seconds, however often somebody reads the metrics: the consumer's own figures stand still while a
/// batch is retried, which is when they matter. Not a number while nobody knows.
final class ProjectionLag implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int PATIENCE_SECONDS = 8;

    private final Collection<String> topics;
    private final KafkaSettings kafka;
    private final String group;
    private volatile Map<String, Long> seen = Map.of();
    private volatile Disposable looking = Disposables.disposed();

    ProjectionLag(Collection<String> topics, KafkaSettings kafka, String group, MeterRegistry meters) {
        this.topics = topics;
        this.kafka = kafka;
        this.group = group;
        topics.forEach(topic -> Gauge.builder("nms.projection.lag", this, lag -> lag.of(topic))
                .description("Records of a topic that were not applied yet").tag("topic", topic).register(meters));
    }

    private double of(String topic) {
        var found = seen.get(topic);
        return found == null ? Double.NaN : found;
    }

    @Override
    public void start() {
        if (!topics.isEmpty()) {
            looking = Flux.using(() -> Admin.create(kafka.common()), this::lookAgainAndAgain, admin -> admin.close(Duration.ZERO))
                    .subscribeOn(Schedulers.boundedElastic()).subscribe();
        }
    }

    private Flux<Map<String, Long>> lookAgainAndAgain(Admin admin) {
        return Flux.interval(Duration.ZERO, EVERY).onBackpressureDrop()
                .concatMap(tick -> Mono.fromCallable(() -> look(admin)).subscribeOn(Schedulers.boundedElastic())
                        .onErrorReturn(Map.of()), 1)
                .doOnNext(found -> seen = found);
    }

    private Map<String, Long> look(Admin admin) throws Exception {
        var partitions = admin.describeTopics(topics).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS).values().stream()
                .flatMap(topic -> topic.partitions().stream().map(it -> new TopicPartition(topic.name(), it.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        var applied = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var lags = new HashMap<String, Long>();
        admin.listOffsets(partitions, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS).forEach((partition, end) -> {
                    var done = applied.get(partition);
                    lags.merge(partition.topic(), Math.max(0, end.offset() - (done == null ? 0 : done.offset())), Long::sum);
                });
        return lags;
    }

    @Override
    public void stop() {
        looking.dispose();
    }

    @Override
    public boolean isRunning() {
        return !looking.isDisposed();
    }
}
