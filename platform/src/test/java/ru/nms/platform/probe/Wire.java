package ru.nms.platform.probe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Kafka as a stranger sees it: writes any bytes, reads everything that is committed.
public final class Wire {

    private final String bootstrapServers;

    public Wire(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    public void send(String topic, String key, String value, long version) throws Exception {
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringSerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
            record.headers().add("ce_epoch", "1".getBytes(StandardCharsets.UTF_8));
            record.headers().add("ce_version", Long.toString(version).getBytes(StandardCharsets.UTF_8));
            producer.send(record).get();
        }
    }

    public void sendThing(UUID id, long version, String title) throws Exception {
        send(ThingChanged.TOPIC.name(), id.toString(), """
                {"eventId":"%s","subject":"%s","epoch":1,"version":%d,"occurredAt":"2026-01-01T00:00:00Z","title":"%s",
                 "addedLater":{"x":1}}""".formatted(UUID.randomUUID(), id, version, title), version);
    }

    /// Everything on the topic so far.
    public List<ConsumerRecord<String, String>> all(String topic, Predicate<ConsumerRecord<String, String>> which) {
        try (var consumer = new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed"), new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (which.test(record)) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }
}
