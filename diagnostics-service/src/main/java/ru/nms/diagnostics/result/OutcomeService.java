package ru.nms.diagnostics.result;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.contracts.ResultChanged;
import ru.nms.diagnostics.deficit.DeficitService;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;

/// Where attempts put what they found. Everything here joins the caller's transaction: the attempt, its result, the
/// deficits that follow and what is announced of them stand together or not at all.
@Service
public class OutcomeService {

    private final ResultStore store;
    private final ResultImportStore reading;
    private final DeficitService deficits;
    private final Outbox outbox;
    private final Clock clock;
    private final Tx tx;

    OutcomeService(ResultStore store, ResultImportStore reading, DeficitService deficits, Outbox outbox, Clock clock, Tx tx) {
        this.store = store;
        this.reading = reading;
        this.deficits = deficits;
        this.outbox = outbox;
        this.clock = clock;
        this.tx = tx;
    }

    /// Records the outcome, or replaces what the same attempt was found to be worth before. Says nothing new when
    /// nothing is.
    ///
    /// @return the id of the result
    public Mono<UUID> record(Outcome outcome) {
        return tx.run(store.lock(Set.of(outcome.personId()))
                .then(Mono.defer(() -> reading.ofAttempt(outcome.attemptId())))
                .flatMap(before -> replace(before, before.corrected(outcome.content(), clock.instant())))
                .switchIfEmpty(Mono.defer(() -> first(outcome))));
    }

    private Mono<UUID> first(Outcome outcome) {
        var result = Result.record(Ids.next(), outcome.content(), clock.instant());
        return store.insert(result, outcome.attemptId()).then(followed(result)).thenReturn(result.id());
    }

    private Mono<UUID> replace(Result before, Result after) {
        return after.version() == before.version() ? Mono.just(before.id())
                : store.update(after).then(followed(after)).thenReturn(after.id());
    }

    private Mono<Void> followed(Result result) {
        return Mono.defer(() -> outbox.add(ResultChanged.TOPIC, result::announcedBy))
                .then(Mono.defer(() -> deficits.reassess(Set.of(result.personId()))));
    }

    /// The attempt counts no more. Nothing happens when it has no result.
    public Mono<Void> annul(UUID attempt) {
        return tx.run(reading.ofAttempt(attempt)
                .map(before -> before.annulled(clock.instant()))
                .flatMap(gone -> store.lock(Set.of(gone.personId()))
                        .then(Mono.defer(() -> store.annul(gone)))
                        .then(Mono.defer(() -> outbox.gone(ResultChanged.TOPIC, gone.id(), gone.version())))
                        .then(Mono.defer(() -> deficits.reassess(Set.of(gone.personId()))))));
    }
}
