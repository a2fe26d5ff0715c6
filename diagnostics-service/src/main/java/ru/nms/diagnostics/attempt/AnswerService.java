package ru.nms.diagnostics.attempt;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.attempt.AnswerStore.Seat;
import ru.nms.diagnostics.attempt.AnswerStore.Standing;
import ru.nms.diagnostics.attempt.Attempt.Status;
import ru.nms.diagnostics.instrument.Paper;
import ru.nms.diagnostics.instrument.Papers;
import ru.nms.diagnostics.scoring.Answer;
import ru.nms.platform.access.Caller;
import ru.nms.platform.problem.Refusal;

/// Saves answers one by one. What it must know of an attempt and its tasks never changes and is kept in memory; nothing is
/// announced, and no change recorded, until the attempt is submitted.
@Service
class AnswerService {

    private static final int MOST = 20_000;

    private final AnswerStore store;
    private final Papers papers;
    private final Clock clock;
    private final Map<UUID, Seat> seats = Collections.synchronizedMap(new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Seat> eldest) {
            return size() > MOST;
        }
    });

    AnswerService(AnswerStore store, Papers papers, Clock clock) {
        this.store = store;
        this.papers = papers;
        this.clock = clock;
    }

    /// What is stored speaks in the author's codes. The same again is no other answer, whenever it comes; an older one is refused.
    Mono<Void> save(Caller caller, UUID attempt, UUID task, long revision, Answer answer) {
        return mine(caller, attempt)
                .flatMap(seat -> papers.of(seat.instrumentId()).map(paper -> meant(item(paper, seat, task), seat, answer)))
                .flatMap(meant -> store.save(attempt, task, revision, meant, clock.instant())
                        .switchIfEmpty(Mono.defer(() -> store.standing(attempt, task, revision, meant)
                                .switchIfEmpty(Mono.error(() -> Refusal.notFound("attempt")))   // erased since its seat was looked up
                                .flatMap(standing -> explain(standing, revision)))))
                .then();
    }

    private static Answer meant(Paper.Item item, Seat seat, Answer answer) {
        var aliases = new Aliases(seat.id(), seat.secret());
        new Refusal.Faults().addAll(answer.faults(aliases.shown(item).form(), "/answer")).refuse();
        return aliases.meant(item, answer);
    }

    private static Mono<Boolean> explain(Standing standing, long revision) {
        if (standing.same()) {
            return Mono.just(true);
        }
        if (standing.revision() != null && standing.revision() >= revision && standing.status().equals(Status.RUNNING.name())) {
            return Mono.error(Refusal.conflict("answer.older", standing.revision()).with("revision", standing.revision()));
        }
        return Mono.error(Refusal.conflict("attempt.over", standing.deadline()).with("deadline", standing.deadline()));
    }

    /// An attempt changes hands when the registry finds that two people are one, so a stranger is looked up anew.
    private Mono<Seat> mine(Caller caller, UUID attempt) {
        return Mono.defer(() -> Mono.justOrEmpty(seats.get(attempt)))
                .filter(seat -> seat.personId().equals(caller.personId()))
                .switchIfEmpty(Mono.defer(() -> store.seat(attempt)).doOnNext(seat -> seats.put(attempt, seat))
                        .filter(seat -> seat.personId().equals(caller.personId())))
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("attempt")));
    }

    private static Paper.Item item(Paper paper, Seat seat, UUID task) {
        return paper.of(seat.variant()).stream().filter(item -> item.id().equals(task)).findFirst()
                .orElseThrow(() -> Refusal.notFound("task"));
    }
}
