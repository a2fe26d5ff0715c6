package ru.nms.platform.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

import ru.nms.platform.outbox.KafkaSettings;
import ru.nms.platform.outbox.Topics;
import ru.nms.platform.time.Pause;

/// Reads all topics this service learns from, with one consumer group and one thread, and acknowledges a batch after
/// its transaction. An outage is retried for ever, because the next state of a key must not overtake this one.
final class ProjectionRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProjectionRunner.class);

    private static final long POLL_MILLIS = 1_000;
    private static final Duration PAUSE_PATIENCE = Duration.ofSeconds(40);

    private final Collection<Projection<?>> projections;
    private final Topics topics;
    private final ConcurrentMessageListenerContainer<String, byte[]> container;
    private final KafkaSettings kafka;
    private final String group;
    private volatile boolean running;

    ProjectionRunner(Collection<Projection<?>> projections, Projector projector, KafkaSettings kafka, Topics topics,
                     String service) {
        this.projections = projections;
        this.topics = topics;
        this.kafka = kafka;
        this.group = "nms-" + service;
        this.container = container(projections, projector, kafka, service);
    }

    private static ConcurrentMessageListenerContainer<String, byte[]> container(
            Collection<Projection<?>> projections, Projector projector, KafkaSettings kafka, String service) {
        var names = projections.stream().map(projection -> projection.topic().name()).toArray(String[]::new);
        var properties = new ContainerProperties(names.length == 0 ? new String[] {"none"} : names);
        properties.setGroupId("nms-" + service);
        properties.setClientId("nms-" + service + "-projections");
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMessageListener((BatchMessageListener<String, byte[]>) records ->
                projector.apply(records, Projector.Pass.daily()));
        properties.setMissingTopicsFatal(false);
        properties.setFixTxOffsets(true);   // or the end of a transaction would look like a record not yet applied
        properties.setPollTimeout(POLL_MILLIS);
        properties.setFixTxOffsets(true);   // else a group that has read everything seems to be one marker behind
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<String, byte[]>(consumer(kafka)), properties);
        container.setCommonErrorHandler(new DefaultErrorHandler(forEver()));
        return container;
    }

    static Map<String, Object> consumer(KafkaSettings kafka) {
        var config = kafka.common();
        config.putAll(Map.of(
                "key.deserializer", StringDeserializer.class,
                "value.deserializer", ByteArrayDeserializer.class,
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed",
                "enable.auto.commit", false,
                "max.poll.records", 500,
                "fetch.max.wait.ms", 200,
                "metadata.max.age.ms", 10_000));
        return config;
    }

    private static ExponentialBackOff forEver() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(Duration.ofSeconds(10).toMillis());
        return backOff;
    }

    @Override
    public void start() {
        if (projections.isEmpty()) {
            return;
        }
        running = true;
        Thread.ofPlatform().daemon().name("projections-start").start(this::startWhenKafkaAnswers);
    }

    /// A service must start without Kafka, so the listeners come when the broker does.
    private void startWhenKafkaAnswers() {
        while (running) {
            try {
                topics.ensure(projections.stream().map(Projection::topic).toList());
                container.start();
                return;
            } catch (Exception e) {
                log.warn("The projections wait for Kafka: {}", e.toString());
                if (!Pause.beforeTheNextAttempt()) {
                    running = false;
                }
            }
        }
    }

    /// Runs the work while no batch is being applied.
    void whilePaused(Runnable work) {
        container.pause();
        try {
            var deadline = System.nanoTime() + PAUSE_PATIENCE.toNanos();
            while (!container.isContainerPaused() && container.isRunning()) {
                if (System.nanoTime() > deadline) {
                    throw new UncheckedIOException(new IOException("The projections did not come to rest."));
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            work.run();
        } finally {
            container.resume();
        }
    }

    /// Up to where the daily reading has applied each partition; asked of the broker, since offsets are committed
    /// after each batch.
    Map<TopicPartition, Long> applied(Collection<TopicPartition> partitions) {
        try (var admin = Admin.create(kafka.common())) {
            return applied(admin, partitions);
        }
    }

    Map<TopicPartition, Long> applied(Admin admin, Collection<TopicPartition> partitions) {
        try {
            Map<TopicPartition, Long> applied = new HashMap<>();
            admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get(30, TimeUnit.SECONDS)
                    .forEach((partition, offset) -> {
                        if (offset != null && partitions.contains(partition)) {
                            applied.put(partition, offset.offset());
                        }
                    });
            return applied;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted.", e));
        } catch (ExecutionException | TimeoutException e) {
            throw new UncheckedIOException(new IOException("The broker did not tell the offsets.", e));
        }
    }

    List<Projection<?>> projections() {
        return List.copyOf(projections);
    }

    @Override
    public void stop() {
        running = false;
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
