package ru.nms.diagnostics.result;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.ResultChanged;
import ru.nms.diagnostics.deficit.DeficitService;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.outbox.Outbox;

/// Results follow a person who goes on under another id, and deficits follow the results.
@Service
class ResultTraceService implements PersonTraces {

    private final ResultTraceStore store;
    private final ResultImportService telling;
    private final DeficitService deficits;
    private final Outbox outbox;
    private final Clock clock;

    ResultTraceService(ResultTraceStore store, ResultImportService telling, DeficitService deficits,
                       Outbox outbox, Clock clock) {
        this.store = store;
        this.telling = telling;
        this.deficits = deficits;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        return Mono.defer(() -> {
            var now = clock.instant();
            return deficits.lock(List.of(from, to))
                    .then(store.annulTwins(from, to, now))
                    .flatMap(gone -> Flux.fromIterable(gone.entrySet())
                            .concatMap(one -> outbox.gone(ResultChanged.TOPIC, one.getKey(), one.getValue()))
                            .then(Mono.defer(() -> store.passOn(from, to, now)))
                            .filter(moved -> !moved.isEmpty() || !gone.isEmpty())
                            .flatMap(moved -> telling.sayAgain(moved).then(deficits.reassess(List.of(from, to)))));
        });
    }

    /// Deficits lean on results, so both stay as tombstones of nobody.
    @Override
    public Mono<Void> erase(UUID person) {
        return Mono.defer(() -> deficits.lock(List.of(person))
                .then(store.erase(person, clock.instant()))
                .flatMapMany(gone -> Flux.fromIterable(gone.entrySet()))
                .concatMap(one -> outbox.gone(ResultChanged.TOPIC, one.getKey(), one.getValue()))
                .then(deficits.erase(person)));
    }
}
