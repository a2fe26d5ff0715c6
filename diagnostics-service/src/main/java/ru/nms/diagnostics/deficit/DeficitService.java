package ru.nms.diagnostics.deficit;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.DeficitChanged;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;

/// Keeps deficits in agreement with results.
@Service
public class DeficitService {

    private final DeficitStore store;
    private final Outbox outbox;
    private final Rulebook rules;
    private final Clock clock;
    private final Tx tx;

    DeficitService(DeficitStore store, Outbox outbox, Rulebook rules, Clock clock, Tx tx) {
        this.store = store;
        this.outbox = outbox;
        this.rules = rules;
        this.clock = clock;
        this.tx = tx;
    }

    /// Nobody else changes what speaks of these people until the end of the caller's transaction.
    public Mono<Void> lock(Collection<UUID> people) {
        return store.lock(people);
    }

    /// Follows the results of these people anew and announces what changed, in the transaction that changed the
    /// results. The caller holds the lock on these people.
    public Mono<Void> reassess(Collection<UUID> people) {
        return tx.run(store.attempts(people)
                .flatMap(attempts -> store.deficits(people)
                        .map(deficits -> Reassessment.of(attempts, deficits, rules, Ids::next)))
                .flatMap(this::carryOut));
    }

    /// The same, for callers that hold no lock.
    public Mono<Void> follow(Collection<UUID> people) {
        return tx.run(store.lock(people).then(Mono.defer(() -> reassess(people))));
    }

    private Mono<Void> carryOut(Reassessment change) {
        var now = clock.instant();
        return ifAny(change.opened(), opened -> store.insert(opened, now).then(announce(opened)))
                .then(ifAny(change.changed(), changed -> store.update(changed, now).then(announce(changed))))
                .then(ifAny(change.withdrawn(), gone -> store.withdraw(gone, now).then(retract(gone))));
    }

    /// The caller holds the lock on the person, of whom no result is left.
    public Mono<Void> erase(UUID person) {
        return store.erase(person, clock.instant()).flatMapMany(Flux::fromIterable)
                .concatMap(gone -> outbox.gone(DeficitChanged.TOPIC, gone.id(), gone.version())).then();
    }

    private static Mono<Void> ifAny(List<Deficit> deficits, Function<List<Deficit>, Mono<Void>> work) {
        return deficits.isEmpty() ? Mono.empty() : Mono.defer(() -> work.apply(deficits));
    }

    /// In the caller's transaction.
    Mono<Void> sayAgain(List<UUID> ids) {
        return store.all(ids).flatMap(this::announce);
    }

    private Mono<Void> announce(List<Deficit> deficits) {
        BiFunction<Deficit, Stamp, DeficitChanged> event = (deficit, stamp) -> new DeficitChanged(stamp.eventId(),
                deficit.id(), stamp.epoch(), deficit.version(), stamp.occurredAt(), deficit.personId(),
                deficit.competence(), deficit.level(), deficit.status().name(), deficit.openedOn(),
                deficit.closedOn(), deficit.resultId());
        return outbox.addAll(DeficitChanged.TOPIC, deficits.stream()
                .<Function<Stamp, DeficitChanged>>map(deficit -> stamp -> event.apply(deficit, stamp))
                .toList());
    }

    private Mono<Void> retract(List<Deficit> deficits) {
        return Flux.fromIterable(deficits)
                .concatMap(deficit -> outbox.gone(DeficitChanged.TOPIC, deficit.id(), deficit.version()))
                .then();
    }
}
