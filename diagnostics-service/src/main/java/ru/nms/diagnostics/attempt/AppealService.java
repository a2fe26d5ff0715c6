package ru.nms.diagnostics.attempt;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.attempt.Appeal.Decision;
import ru.nms.diagnostics.campaign.ParticipationService;
import ru.nms.diagnostics.instrument.Paper;
import ru.nms.diagnostics.instrument.Papers;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;

/// Appeals: asked for by the person, decided once; an accepted one grades anew and changes the result.
@Service
class AppealService {

    private final AppealStore store;
    private final AttemptStore answers;
    private final JudgementStore judgements;
    private final AttemptService attempts;
    private final ParticipationService participations;
    private final Papers papers;
    private final Clock clock;
    private final Tx tx;

    AppealService(AppealStore store, AttemptStore answers, JudgementStore judgements, AttemptService attempts,
                  ParticipationService participations, Papers papers, Clock clock, Tx tx) {
        this.store = store;
        this.answers = answers;
        this.judgements = judgements;
        this.attempts = attempts;
        this.participations = participations;
        this.papers = papers;
        this.clock = clock;
        this.tx = tx;
    }

    Mono<Appeal> ask(UUID attempt, UUID person, String text) {
        return tx.run(attempts.locked(attempt).filter(it -> it.personId().equals(person))
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("attempt")))
                .delayUntil(it -> participations.held(it.campaignId()).doOnNext(campaign -> {
                    if (campaign.published()) {
                        throw Refusal.conflict("appeal.too-late");
                    }
                }))
                .delayUntil(it -> store.of(attempt).flatMap(asked -> Mono.error(Refusal.conflict("appeal.exists"))))
                .flatMap(it -> {
                    var appeal = Appeal.of(Ids.next(), it, text, clock.instant());
                    return attempts.write(it.appealed()).then(store.insert(appeal)).thenReturn(appeal);
                }));
    }

    Mono<Appeal> decline(Caller caller, UUID id, IfMatch match, String reason) {
        return tx.run(held(caller, id, match, (appeal, attempt) -> answerless(appeal.on(Decision.DECLINE, reason), attempt)));
    }

    private Mono<Appeal> answerless(Appeal declined, Attempt attempt) {
        return store.update(declined, clock.instant()).then(attempts.settleAnew(attempt)).thenReturn(declined);
    }

    /// @param points new ones by task
    Mono<Appeal> accept(Caller caller, UUID id, IfMatch match, String reason, Map<UUID, BigDecimal> points) {
        return tx.run(held(caller, id, match, (appeal, attempt) -> {
            var accepted = appeal.on(Decision.ACCEPT, reason);
            return checked(attempt, points)
                    .then(Mono.defer(() -> store.regrade(id, attempt.id(), points)))
                    .then(Mono.defer(() -> answers.grade(attempt.id(), points)))
                    .then(Mono.defer(() -> attempts.settleAnew(attempt)))
                    .map(settled -> accepted.regraded(java.util.Objects.requireNonNull(settled.points())))
                    .delayUntil(done -> store.update(done, clock.instant()));
        }));
    }

    private Mono<Appeal> held(Caller caller, UUID id, IfMatch match, BiFunction<Appeal, Attempt, Mono<Appeal>> decision) {
        return found(id).flatMap(appeal -> attempts.locked(appeal.attemptId())
                .delayUntil(attempt -> mustBeApart(caller, attempt))
                .flatMap(attempt -> found(id).doOnNext(fresh -> match.requires(fresh.version()))
                        .flatMap(fresh -> decision.apply(fresh, attempt))));
    }

    /// Neither who appeals nor whose marks are doubted decides.
    private Mono<Void> mustBeApart(Caller caller, Attempt attempt) {
        var decider = caller.personId();
        if (decider == null) {
            return Mono.empty();
        }
        return judgements.of(attempt.id()).doOnNext(all -> {
            if (decider.equals(attempt.personId()) || all.stream().anyMatch(one -> one.judgeId().equals(decider))) {
                throw Refusal.of(HttpStatus.FORBIDDEN, "appeal.party");
            }
        }).then();
    }

    private Mono<Appeal> found(UUID id) {
        return store.find(id).switchIfEmpty(Mono.error(() -> Refusal.notFound("appeal")));
    }

    /// Only what was answered can be worth something else, and no more than its task.
    private Mono<Void> checked(Attempt attempt, Map<UUID, BigDecimal> points) {
        return Mono.zip(papers.of(attempt.instrumentId()), answers.answers(attempt.id())).doOnNext(found -> {
            var tasks = found.getT1().of(attempt.variant()).stream().collect(Collectors.toMap(Paper.Item::id, Function.identity()));
            var answered = found.getT2().stream().map(SavedAnswer::taskId).toList();
            faults(points, tasks, answered).refuse();
        }).then();
    }

    private static Faults faults(Map<UUID, BigDecimal> points, Map<UUID, Paper.Item> tasks, List<UUID> answered) {
        var faults = new Faults();
        points.forEach((id, worth) -> {
            var task = tasks.get(id);
            faults.unless(task != null && answered.contains(id), Fault.at("/points/" + id, "not-answered"));
            if (task != null) {
                faults.unless(worth.signum() >= 0 && worth.compareTo(task.points()) <= 0,
                        Fault.at("/points/" + id, "out-of-range", 0, task.points().toPlainString()))
                        .unless(worth.stripTrailingZeros().scale() <= 3, Fault.at("/points/" + id, "digits", 6, 3));
            }
        });
        return faults;
    }
}
