package ru.nms.platform.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

import reactor.core.publisher.Mono;
import ru.nms.platform.outbox.KafkaSettings;
import ru.nms.platform.tx.Tx;

/// Fills fresh copies of a projection's tables from the beginning of its topic and swaps them in with one
/// transaction. Readers see the old tables until then and the new ones from then on, never half.
///
/// The projection's SQL stays as it is: the search path leads it to the fresh tables.
final class Rebuild {

    private static final Duration PATIENCE = Duration.ofSeconds(35);   // just beyond the database's transaction_timeout
    private static final Duration POLL = Duration.ofMillis(500);

    private final RebuildStore store;
    private final Projector projector;
    private final ProjectionRunner runner;
    private final KafkaSettings kafka;
    private final Tx tx;
    private final Clock clock;
    private final Function<Instant, Mono<Void>> eraseSince;

    /// @param eraseSince erases people whose destruction became known since: fresh tables may have learnt of them before
    Rebuild(RebuildStore store, Projector projector, ProjectionRunner runner, KafkaSettings kafka, Tx tx, Clock clock,
            Function<Instant, Mono<Void>> eraseSince) {
        this.store = store;
        this.projector = projector;
        this.runner = runner;
        this.kafka = kafka;
        this.tx = tx;
        this.clock = clock;
        this.eraseSince = eraseSince;
    }

    /// Blocks until the new tables are in place. On any failure the old ones stay.
    void run(Projection<?> projection) {
        var start = clock.instant();
        store.createFresh(projection.tables());
        try (var consumer = new KafkaConsumer<String, byte[]>(ProjectionRunner.consumer(kafka))) {
            var partitions = consumer.partitionsFor(projection.topic().name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            readTo(consumer, consumer.endOffsets(partitions));
            runner.whilePaused(() -> {
                readTo(consumer, runner.applied(partitions));
                store.swap(projection.tables());
                tx.run(projection.rebuilt().then(Mono.defer(() -> eraseSince.apply(start)))).block(PATIENCE);
            });
        }
    }

    private void readTo(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            consumer.poll(POLL).forEach(records::add);
            projector.apply(records, new Projector.Pass(true, store.lookIntoFresh()));
        }
    }
}
