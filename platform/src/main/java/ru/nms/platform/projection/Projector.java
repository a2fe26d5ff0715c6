package ru.nms.platform.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.Event;
import ru.nms.platform.tx.Tx;
import tools.jackson.databind.json.JsonMapper;

/// Applies batches of records. Blocks on purpose: this is the consumer's own thread, and the next batch must wait
/// for this one; an asynchronous listener would commit offsets out of order.
final class Projector {

    private static final Duration PATIENCE = Duration.ofSeconds(35);   // just beyond the database's transaction_timeout

    private final Map<String, Projection<?>> byTopic;
    private final Tx tx;
    private final JsonMapper json;
    private final DeadLetters deadLetters;
    private final Progress progress;
    private final Destroyed destroyed;

    Projector(Map<String, Projection<?>> byTopic, Tx tx, JsonMapper json, DeadLetters deadLetters, Progress progress,
              Destroyed destroyed) {
        this.byTopic = byTopic;
        this.tx = tx;
        this.json = json;
        this.deadLetters = deadLetters;
        this.progress = progress;
        this.destroyed = destroyed;
    }

    /// Returns when everything is in the database or parked; throws when an outage stopped it.
    void apply(Collection<ConsumerRecord<String, byte[]>> records, Pass pass) {
        var readable = read(records);
        if (readable.isEmpty()) {
            return;
        }
        try {
            commit(newest(readable), pass);
        } catch (RuntimeException e) {
            if (Outage.causes(e)) {
                throw e;
            }
            readable.forEach(one -> applyAlone(one, pass));
        }
    }

    private List<Incoming<? extends Event>> read(Collection<ConsumerRecord<String, byte[]>> records) {
        List<Incoming<? extends Event>> readable = new ArrayList<>(records.size());
        for (var record : records) {
            var projection = byTopic.get(record.topic());
            try {
                if (projection != null) {
                    readable.add(Incoming.read(projection, record, json));
                }
            } catch (Poison poison) {
                deadLetters.park(record, poison.reason());
            }
        }
        return readable;
    }

    private void applyAlone(Incoming<? extends Event> one, Pass pass) {
        try {
            commit(List.of(one), pass);
        } catch (RuntimeException e) {
            if (Outage.causes(e)) {
                throw e;
            }
            deadLetters.park(one.record(), "cannot-be-applied:" + e.getClass().getSimpleName());
        }
    }

    /// Decisions about people come first: what else the batch says of them is read in their light.
    private void commit(List<Incoming<? extends Event>> changes, Pass pass) {
        tx.run(pass.prepare()
                .thenMany(Flux.fromIterable(changes).filter(Destroyed::decides).concatMap(change -> change.apply(pass.rebuilding())))
                .then(Mono.defer(() -> destroyed.withheld(changes.stream().filter(change -> !Destroyed.decides(change)).toList())))
                .flatMapMany(Flux::fromIterable).concatMap(change -> change.apply(pass.rebuilding()))
                .then(Mono.defer(() -> pass.rebuilding() ? Mono.empty() : progress.note(changes))))
                .block(PATIENCE);
    }

    /// Of several states of one subject only the newest in the batch matters.
    private static List<Incoming<? extends Event>> newest(List<Incoming<? extends Event>> changes) {
        record Subject(String topic, UUID id) {}
        Map<Subject, Incoming<? extends Event>> last = new LinkedHashMap<>();
        for (var change : changes) {
            last.merge(new Subject(change.record().topic(), change.gone().subject()), change, Projector::newer);
        }
        return List.copyOf(last.values());
    }

    private static Incoming<? extends Event> newer(Incoming<? extends Event> one, Incoming<? extends Event> other) {
        return one.order().compareTo(other.order()) > 0 ? one : other;
    }

    /// The daily reading, or a rebuild into fresh tables.
    record Pass(boolean rebuilding, Mono<Void> prepare) {

        static Pass daily() {
            return new Pass(false, Mono.empty());
        }
    }
}
