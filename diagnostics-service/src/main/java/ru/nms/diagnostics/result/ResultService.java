package ru.nms.diagnostics.result;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.contracts.ResultChanged;
import ru.nms.diagnostics.deficit.DeficitService;
import ru.nms.diagnostics.result.ResultReadStore.Stored;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;

/// One use case is one transaction: the result, the deficits that follow from it, and what is announced of both.
@Service
class ResultService {

    private final ResultStore store;
    private final ResultReadStore reading;
    private final DeficitService deficits;
    private final Outbox outbox;
    private final Rulebook rules;
    private final Clock clock;
    private final Tx tx;

    ResultService(ResultStore store, ResultReadStore reading, DeficitService deficits, Outbox outbox, Rulebook rules,
                  Clock clock, Tx tx) {
        this.store = store;
        this.reading = reading;
        this.deficits = deficits;
        this.outbox = outbox;
        this.rules = rules;
        this.clock = clock;
        this.tx = tx;
    }

    Mono<Stored> record(Draft draft) {
        return tx.run(checked(draft).flatMap(believed -> deficits.lock(Set.of(believed.content().personId()))
                .then(refuseSecond(believed.content(), null))
                .then(Mono.fromSupplier(() -> Result.record(Ids.next(), believed.content(), clock.instant())))
                .delayUntil(store::insert)
                .delayUntil(this::announce)
                .delayUntil(result -> deficits.reassess(Set.of(result.personId())))
                .map(result -> new Stored(result, believed.personKnown()))));
    }

    /// A correction may even move the result to another person, if it was entered for the wrong one.
    Mono<Stored> correct(Caller caller, UUID id, IfMatch match, Draft draft) {
        return tx.run(current(caller, id, match).flatMap(before -> checked(draft).flatMap(believed -> {
            var after = before.corrected(believed.content(), clock.instant());
            var answer = new Stored(after, believed.personKnown());
            return after.version() == before.version() ? Mono.just(answer) : replace(before, after).thenReturn(answer);
        })));
    }

    private Mono<Void> replace(Result before, Result after) {
        var people = Set.copyOf(List.of(before.personId(), after.personId()));
        return deficits.lock(people)
                .then(refuseSecond(content(after), after.id()))
                .then(Mono.defer(() -> store.leaveProvider(after.id())))
                .then(Mono.defer(() -> store.update(after)))
                .then(Mono.defer(() -> announce(after)))
                .then(Mono.defer(() -> deficits.reassess(people)));
    }

    /// An annulled result counts no more; deficits follow the results that remain.
    Mono<Void> annul(Caller caller, UUID id, IfMatch match) {
        return tx.run(current(caller, id, match)
                .map(before -> before.annulled(clock.instant()))
                .flatMap(gone -> deficits.lock(Set.of(gone.personId()))
                        .then(store.leaveProvider(gone.id()))
                        .then(store.annul(gone))
                        .then(outbox.gone(ResultChanged.TOPIC, gone.id(), gone.version()))
                        .then(deficits.reassess(Set.of(gone.personId())))));
    }

    private Mono<Result> current(Caller caller, UUID id, IfMatch match) {
        return reading.find(caller, id)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("result")))
                .map(Stored::result)
                .doOnNext(result -> match.requires(result.version()))
                .delayUntil(this::refuseOwn);
    }

    /// What an attempt of this service found is changed by judging that attempt anew.
    private Mono<Void> refuseOwn(Result result) {
        return store.isOwn(result.id()).filter(own -> own)
                .flatMap(own -> Mono.error(Refusal.conflict("result-of-attempt")));
    }

    private record Believed(Result.Content content, boolean personKnown) {}

    private Mono<Believed> checked(Draft draft) {
        var person = draft.personId();
        var knowledge = person == null ? Mono.just(new ResultStore.Knowledge(false, false)) : store.knowledgeOf(person);
        return knowledge.map(about -> new Believed(draft.checked(rules, about.refuses()), about.known()));
    }

    private Mono<Void> refuseSecond(Result.Content content, @Nullable UUID self) {
        return Mono.defer(() -> store.standing(content))
                .filter(existing -> !existing.equals(self))
                .flatMap(existing -> Mono.error(Refusal.conflict("result-exists").with("existing", existing)));
    }

    private static Result.Content content(Result result) {
        return new Result.Content(result.personId(), result.procedure(), result.provider(), result.takenOn(),
                result.occasion(), result.round(), result.scores());
    }

    private Mono<Void> announce(Result result) {
        return outbox.add(ResultChanged.TOPIC, result::announcedBy);
    }
}
