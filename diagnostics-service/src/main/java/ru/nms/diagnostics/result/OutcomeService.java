package ru.nms.diagnostics.result;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.ResultChanged;
import ru.nms.diagnostics.deficit.DeficitService;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.Outbox.Stamp;
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
        return recordAll(List.of(outcome)).map(List::getFirst);
    }

    /// Many of one origin, with few statements.
    ///
    /// @return the ids of the results, in their order
    public Mono<List<UUID>> recordAll(List<Outcome> outcomes) {
        return outcomes.isEmpty() ? Mono.just(List.of()) : tx.run(deficits.lock(outcomes.stream().map(Outcome::personId).collect(Collectors.toSet()))
                .then(Mono.defer(() -> reading.by(outcomes.getFirst().origin(), outcomes.stream().map(Outcome::originId).toList())))
                .flatMap(before -> {
                    var now = clock.instant();
                    var fresh = new LinkedHashMap<Outcome, Result>();
                    var changed = new ArrayList<Result>();
                    var people = new HashSet<UUID>();
                    var ids = new ArrayList<UUID>();
                    for (var outcome : outcomes) {
                        var known = before.get(outcome.originId());
                        var after = known == null ? Result.record(Ids.next(), outcome.content(), now) : known.corrected(outcome.content(), now);
                        ids.add(after.id());
                        if (known == null) {
                            fresh.put(outcome, after);
                            people.add(after.personId());
                        } else if (after.version() != known.version()) {
                            changed.add(after);
                            people.addAll(List.of(known.personId(), after.personId()));
                        }
                    }
                    return write(fresh, changed, people).thenReturn(ids);
                }));
    }

    /// New ones at once; changed ones one by one, because regrading is rare.
    private Mono<Void> write(Map<Outcome, Result> fresh, List<Result> changed, Set<UUID> people) {
        if (people.isEmpty()) {
            return Mono.empty();
        }
        var all = Stream.concat(fresh.values().stream(), changed.stream())
                .<Function<Stamp, ResultChanged>>map(result -> result::announcedBy).toList();
        return (fresh.isEmpty() ? Mono.<Void>empty() : reading.insert(fresh).then(reading.putScores(List.copyOf(fresh.values()))))
                .thenMany(Flux.fromIterable(changed)).concatMap(store::update)
                .then(Mono.defer(() -> outbox.addAll(ResultChanged.TOPIC, all)))
                .then(Mono.defer(() -> deficits.reassess(people)));
    }

    /// It counts no more. Nothing happens when it has no result.
    public Mono<Void> annul(Outcome.Origin origin, UUID id) {
        return tx.run(reading.by(origin, List.of(id)).flatMap(found -> Mono.justOrEmpty(found.get(id)))
                .map(before -> before.annulled(clock.instant()))
                .flatMap(gone -> deficits.lock(Set.of(gone.personId()))
                        .then(Mono.defer(() -> store.annul(gone)))
                        .then(Mono.defer(() -> outbox.gone(ResultChanged.TOPIC, gone.id(), gone.version())))
                        .then(Mono.defer(() -> deficits.reassess(Set.of(gone.personId()))))));
    }
}
