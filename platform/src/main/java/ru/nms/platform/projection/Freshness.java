package ru.nms.platform.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import ru.nms.platform.outbox.KafkaSettings;

/// How far the copies go, for all processes of the service: up to when each topic was consumed, and how many of its records
/// were not applied yet, as the metric `nms.projection.lag`. The broker is asked every few seconds, however often somebody
/// wants to know: the consumer's own figures stand still while a batch is retried, which is when they matter. While the
/// broker or the database is away the instants stand still, and the last ones are kept over a restart; the lag is not a
/// number.
final class Freshness implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Freshness.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int PATIENCE_SECONDS = 8;
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final List<String> topics;
    private final ProjectionRunner runner;
    private final Progress progress;
    private final KafkaSettings kafka;
    private final Clock clock;
    private volatile Map<String, Instant> caughtUp = Map.of();
    private volatile Map<String, Long> lags = Map.of();
    private volatile Disposable looking = Disposables.disposed();

    Freshness(ProjectionRunner runner, Progress progress, KafkaSettings kafka, Clock clock, MeterRegistry meters) {
        this.topics = runner.projections().stream().map(projection -> projection.topic().name()).toList();
        this.runner = runner;
        this.progress = progress;
        this.kafka = kafka;
        this.clock = clock;
        topics.forEach(topic -> Gauge.builder("nms.projection.lag", this, it -> it.lag(topic))
                .description("Records of a topic that were not applied yet").tag("topic", topic).register(meters));
    }

    /// Everything said before this instant on any of the topics is known here; empty when one of them never spoke or
    /// was never read to its end.
    Optional<Instant> of(Collection<String> some) {
        var known = caughtUp;
        return known.keySet().containsAll(some) ? some.stream().map(known::get).min(Instant::compareTo) : Optional.empty();
    }

    private double lag(String topic) {
        var found = lags.get(topic);
        return found == null ? Double.NaN : found;
    }

    @Override
    public void start() {
        if (!topics.isEmpty()) {
            looking = Flux.using(() -> Admin.create(kafka.common()), this::lookAgainAndAgain, admin -> admin.close(Duration.ZERO))
                    .subscribeOn(Schedulers.boundedElastic()).subscribe();
        }
    }

    private Flux<Void> lookAgainAndAgain(Admin admin) {
        return remember().onErrorResume(this::unknown).thenMany(Flux.interval(Duration.ZERO, EVERY).onBackpressureDrop()
                .concatMap(tick -> look(admin), 1));
    }

    /// What reaches the end was complete when the question was put.
    private Mono<Void> look(Admin admin) {
        var now = clock.instant();
        return Mono.fromCallable(() -> ask(admin)).subscribeOn(Schedulers.boundedElastic())
                .doOnError(failure -> lags = Map.of())
                .doOnNext(found -> lags = found)
                .flatMap(found -> progress.noteCaughtUp(topics.stream().filter(topic -> found.getOrDefault(topic, 0L) == 0).toList(), now))
                .then(Mono.defer(this::remember))
                .onErrorResume(this::unknown);
    }

    private Mono<Void> remember() {
        return progress.caughtUp().doOnNext(known -> caughtUp = known).then();
    }

    private Mono<Void> unknown(Throwable failure) {
        log.debug("How far the copies go is not known at present: {}", failure.toString());
        return Mono.empty();
    }

    /// First where the topics end, then how far the group has come.
    private Map<String, Long> ask(Admin admin) throws Exception {
        var partitions = admin.describeTopics(topics).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS).values().stream()
                .flatMap(topic -> topic.partitions().stream().map(it -> new TopicPartition(topic.name(), it.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        var ends = admin.listOffsets(partitions, COMMITTED).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var applied = runner.applied(admin, partitions.keySet());
        var found = new HashMap<String, Long>();
        ends.forEach((partition, end) -> found.merge(partition.topic(),
                Math.max(0, end.offset() - applied.getOrDefault(partition, 0L)), Long::sum));
        return found;
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
