package ru.nms.platform.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.http.HttpStatus;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import ru.nms.contracts.Topic;
import ru.nms.platform.outbox.OutboxConfiguration.OwnTopics;
import ru.nms.platform.outbox.RetellingStore.Thing;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.tx.Tx;

/// Says everything again: all things as they are now, and of what the topics still tell and the database does not know,
/// that it is gone. After a restore, with its higher epoch, every copy becomes the owner's image again.
final class RetellingService {

    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(35);   // just beyond the database's transaction_timeout
    private static final UUID FIRST = new UUID(0, 0);

    private final List<Retelling> retellings;
    private final RetellingStore store;
    private final ToldThings told;
    private final Outbox outbox;
    private final Tx tx;

    /// An owner that cannot say all it owns again does not start.
    RetellingService(List<Retelling> retellings, OwnTopics own, RetellingStore store, ToldThings told, Outbox outbox, Tx tx) {
        for (var topic : own.all()) {
            if (retellings.stream().noneMatch(one -> one.topics().contains(topic))) {
                throw new IllegalStateException("Nothing can say %s again".formatted(topic.name()));
            }
        }
        this.retellings = retellings;
        this.store = store;
        this.told = told;
        this.outbox = outbox;
        this.tx = tx;
    }

    /// @param said announced as they are, living or deleted
    /// @param gone told before and unknown now
    record Said(String topic, long said, long gone) {}

    Mono<List<Said>> sayAll() {
        return Flux.fromIterable(retellings)
                .concatMap(one -> sayThings(one).flatMapMany(said -> Flux.fromIterable(one.topics())
                        .concatMap(topic -> takeBack(one, topic).map(gone -> new Said(topic.name(), said, gone)))))
                .collectList();
    }

    private Mono<Long> sayThings(Retelling one) {
        return sayNext(one, FIRST)
                .expand(things -> things.size() < BATCH ? Mono.empty() : sayNext(one, things.getLast().id()))
                .reduce(0L, (count, things) -> count + things.size());
    }

    private Mono<List<Thing>> sayNext(Retelling one, UUID after) {
        return tx.run(store.next(one.table(), after, BATCH).collectList().delayUntil(things -> say(one, things)))
                .contextWrite(Outbox::retelling);
    }

    private Mono<Void> say(Retelling one, List<Thing> things) {
        var living = things.stream().filter(thing -> !thing.deleted()).map(Thing::id).toList();
        return Flux.fromIterable(things).filter(Thing::deleted)
                .concatMap(thing -> gone(one.topics(), thing.id(), thing.version()))
                .then(living.isEmpty() ? Mono.empty() : Mono.defer(() -> one.announce().apply(living)));
    }

    private Mono<Void> gone(List<Topic<?>> topics, UUID id, long version) {
        return Flux.fromIterable(topics).concatMap(topic -> outbox.gone(topic, id, version)).then();
    }

    private Mono<Long> takeBack(Retelling one, Topic<?> topic) {
        return one.lasting() ? Mono.just(0L) : Mono.fromCallable(() -> {
            var gone = new AtomicLong();
            told.read(topic, batch -> gone.addAndGet(takeBack(one, topic, batch)));
            return gone.get();
        }).subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(TimeoutException.class, noBroker -> Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"));
    }

    private long takeBack(Retelling one, Topic<?> topic, Map<UUID, Long> batch) {
        var count = batch.isEmpty() ? null : tx.run(store.absent(one.table(), batch.keySet()).collectList()
                .flatMap(absent -> Flux.fromIterable(absent)
                        .concatMap(id -> outbox.gone(topic, id, batch.getOrDefault(id, 1L)))
                        .then(Mono.just((long) absent.size()))))
                .contextWrite(Outbox::retelling)
                .block(PATIENCE);
        return count == null ? 0 : count;
    }
}
