package ru.nms.platform.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import ru.nms.platform.outbox.KafkaSettings;

/// Up to when each topic was consumed. The broker is asked where its topics end and then how far the group has come,
/// for all processes of the service; what reaches the end was complete when the question was put. While the broker
/// or the database is away the instants stand still, and the last ones are kept over a restart.
final class Freshness implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Freshness.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final List<String> topics;
    private final ProjectionRunner runner;
    private final Progress progress;
    private final KafkaSettings kafka;
    private final Clock clock;
    private volatile Map<String, Instant> caughtUp = Map.of();
    private volatile boolean running;
    private volatile Thread thread = new Thread();

    Freshness(ProjectionRunner runner, Progress progress, KafkaSettings kafka, Clock clock) {
        this.topics = runner.projections().stream().map(projection -> projection.topic().name()).toList();
        this.runner = runner;
        this.progress = progress;
        this.kafka = kafka;
        this.clock = clock;
    }

    /// Everything said before this instant on any of the topics is known here; empty when one of them never spoke or
    /// was never read to its end.
    Optional<Instant> of(Collection<String> some) {
        var known = caughtUp;
        return known.keySet().containsAll(some) ? some.stream().map(known::get).min(Instant::compareTo) : Optional.empty();
    }

    @Override
    public void start() {
        if (!topics.isEmpty()) {
            running = true;
            thread = Thread.ofVirtual().name("freshness").start(this::lookUntilStopped);
        }
    }

    private void lookUntilStopped() {
        while (running) {
            try (var admin = Admin.create(kafka.common())) {
                caughtUp = progress.caughtUp();
                while (running) {
                    look(admin);
                    Thread.sleep(PAUSE);
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                log.debug("How far the copies go is not known at present: {}", e.toString());
                pause();
            }
        }
    }

    private void look(Admin admin) throws Exception {
        var now = clock.instant();
        var described = admin.describeTopics(topics).allTopicNames().toCompletionStage().toCompletableFuture().get();
        var partitions = described.values().stream().flatMap(topic -> topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))).toList();
        var ends = admin.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(),
                partition -> OffsetSpec.latest())), COMMITTED).all().get();
        var applied = runner.applied(admin, partitions);
        var complete = topics.stream().filter(topic -> partitions.stream()
                .filter(partition -> partition.topic().equals(topic))
                .allMatch(partition -> applied.getOrDefault(partition, 0L) >= Objects.requireNonNull(ends.get(partition)).offset())).toList();
        progress.noteCaughtUp(complete, now).block(PATIENCE);
        caughtUp = progress.caughtUp();
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
