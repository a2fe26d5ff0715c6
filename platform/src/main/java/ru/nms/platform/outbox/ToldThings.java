package ru.nms.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import ru.nms.contracts.Topic;

/// What a topic says to exist, read from its beginning.
final class ToldThings {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int PATIENCE_MILLIS = 10_000;

    private final KafkaSettings kafka;

    ToldThings(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /// Blocks until the present end of the topic.
    ///
    /// @throws org.apache.kafka.common.errors.TimeoutException when Kafka does not answer
    /// @param batch takes ids and the versions in which they were told
    void read(Topic<?> topic, Consumer<Map<UUID, Long>> batch) {
        var config = kafka.common();
        config.put("isolation.level", "read_committed");
        config.put("default.api.timeout.ms", PATIENCE_MILLIS);
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                Map<UUID, Long> told = new HashMap<>();
                consumer.poll(POLL).forEach(record -> note(record, told));
                batch.accept(told);
            }
        }
    }

    private static void note(ConsumerRecord<String, byte[]> record, Map<UUID, Long> told) {
        try {
            var version = record.headers().lastHeader("ce_version");
            var id = UUID.fromString(record.key());
            if (record.value() == null) {
                told.remove(id);
            } else if (version != null) {
                told.put(id, Long.parseLong(new String(version.value(), StandardCharsets.UTF_8)));
            }
        } catch (IllegalArgumentException strangersRecord) {
            // learners park it; there is nothing to take back
        }
    }
}
