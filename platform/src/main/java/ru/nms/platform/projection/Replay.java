package ru.nms.platform.projection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

import ru.nms.platform.outbox.KafkaSettings;

/// Applies parked records again, after what made them poisonous was mended. What still cannot be applied is parked
/// once more. Since projections are monotone, a replay never brings back an older state.
final class Replay {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Projector projector;
    private final KafkaSettings kafka;
    private final String service;

    Replay(Projector projector, KafkaSettings kafka, String service) {
        this.projector = projector;
        this.kafka = kafka;
        this.service = service;
    }

    /// Blocks until everything parked so far was tried.
    ///
    /// @return how many records were tried
    int run(Projection<?> projection) {
        var config = ProjectionRunner.consumer(kafka);
        config.put("group.id", "nms-" + service + "-replay");
        int tried = 0;
        try (var consumer = new KafkaConsumer<String, byte[]>(config)) {
            var partitions = consumer.partitionsFor(projection.topic().deadLetters()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            while (behind(consumer, ends)) {
                List<ConsumerRecord<String, byte[]>> own = new ArrayList<>();
                consumer.poll(POLL).forEach(record -> {
                    if (isOwn(record) && record.offset() < ends.getOrDefault(partition(record), 0L)) {
                        own.add(onItsTopic(record, projection.topic().name()));
                    }
                });
                projector.apply(own, Projector.Pass.daily());
                consumer.commitSync();
                tried += own.size();
            }
        }
        return tried;
    }

    private static boolean behind(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private boolean isOwn(ConsumerRecord<?, ?> record) {
        var consumer = record.headers().lastHeader(DeadLetters.CONSUMER);
        return consumer != null && service.equals(new String(consumer.value(), StandardCharsets.UTF_8));
    }

    private static ConsumerRecord<String, byte[]> onItsTopic(ConsumerRecord<String, byte[]> record, String topic) {
        return new ConsumerRecord<>(topic, record.partition(), record.offset(), record.timestamp(),
                record.timestampType(), record.serializedKeySize(), record.serializedValueSize(), record.key(),
                record.value(), record.headers(), record.leaderEpoch());
    }
}
