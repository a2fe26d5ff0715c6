package ru.nms.diagnostics.attempt;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.attempt.Attempt.Status;
import ru.nms.diagnostics.campaign.OpenCampaign;
import ru.nms.diagnostics.campaign.ParticipationService;
import ru.nms.diagnostics.instrument.Paper;
import ru.nms.diagnostics.instrument.Papers;
import ru.nms.diagnostics.scoring.Marks;
import ru.nms.diagnostics.scoring.Scoring;
import ru.nms.diagnostics.scoring.Verdict;
import ru.nms.platform.access.Caller;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.tx.Tx;

/// Judges judge; when all answers of an attempt are settled, it becomes a result in the same transaction.
@Service
class JudgementService {

    private final JudgementStore store;
    private final AttemptStore answers;
    private final AttemptService attempts;
    private final ParticipationService participations;
    private final Papers papers;
    private final Clock clock;
    private final Tx tx;

    JudgementService(JudgementStore store, AttemptStore answers, AttemptService attempts, ParticipationService participations,
                     Papers papers, Clock clock, Tx tx) {
        this.store = store;
        this.answers = answers;
        this.attempts = attempts;
        this.participations = participations;
        this.papers = papers;
        this.clock = clock;
        this.tx = tx;
    }

    /// A judge judges once, and only what they were asked.
    Mono<Void> judge(UUID id, UUID judge, Marks marks) {
        return tx.run(asked(id, judge).flatMap(judgement -> attempts.locked(judgement.attemptId())
                .flatMap(attempt -> asked(id, judge).doOnNext(fresh -> mustBeOpen(fresh, attempt))
                        .flatMap(fresh -> judge(fresh, attempt, marks)))));
    }

    private Mono<Judgement> asked(UUID id, UUID judge) {
        return store.find(id).filter(judgement -> judgement.judgeId().equals(judge))
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("judgement")));
    }

    /// Gives a judgement that was not given yet to somebody else.
    ///
    /// @param to one of the campaign's judges who is not asked about this answer; absent for the next one of the draw
    Mono<Void> handOver(Caller caller, UUID id, @Nullable UUID to) {
        return tx.run(store.find(id).switchIfEmpty(Mono.error(() -> Refusal.notFound("judgement")))
                .flatMap(judgement -> attempts.locked(judgement.attemptId())
                        .doOnNext(attempt -> mustBeAnother(caller, attempt))
                        .flatMap(attempt -> Mono.zip(store.find(id), store.of(attempt.id()), participations.campaign(attempt.campaignId()))
                                .doOnNext(found -> mustBeOpen(found.getT1(), attempt))
                                .flatMap(found -> store.handOver(id, successor(found.getT1(), found.getT2(),
                                        Judges.of(found.getT3().judges(), attempt), to))))));
    }

    private static void mustBeAnother(Caller caller, Attempt attempt) {
        if (attempt.personId().equals(caller.personId())) {
            throw Refusal.notFound("judgement");
        }
    }

    private static UUID successor(Judgement judgement, List<Judgement> all, Judges judges, @Nullable UUID to) {
        var asked = all.stream().filter(one -> one.taskId().equals(judgement.taskId())).map(Judgement::judgeId).toList();
        if (to == null) {
            return judges.besides(asked);
        }
        new Refusal.Faults().unless(judges.mayAsk(to, asked), Fault.at("/judgeId", "cannot-judge")).refuse();
        return to;
    }

    private static void mustBeOpen(Judgement judgement, Attempt attempt) {
        if (judgement.points() != null || attempt.status() != Status.JUDGING) {
            throw Refusal.conflict("judgement.given");
        }
    }

    private Mono<Void> judge(Judgement judgement, Attempt attempt, Marks marks) {
        return Mono.zip(papers.of(attempt.instrumentId()), participations.campaign(attempt.campaignId())).flatMap(found -> {
            var tasks = tasks(found.getT1(), attempt);
            var form = Objects.requireNonNull(tasks.get(judgement.taskId())).form();
            new Refusal.Faults().addAll(marks.faults(form, "/marks")).refuse();
            return store.judge(judgement.id(), marks, Scoring.points(form, marks), clock.instant())
                    .then(Mono.defer(() -> store.of(attempt.id())))
                    .flatMap(all -> decide(attempt, found.getT2(), tasks, all));
        });
    }

    private static Map<UUID, Paper.Item> tasks(Paper paper, Attempt attempt) {
        return paper.of(attempt.variant()).stream().collect(Collectors.toMap(Paper.Item::id, item -> item));
    }

    private Mono<Void> decide(Attempt attempt, OpenCampaign campaign, Map<UUID, Paper.Item> tasks, List<Judgement> all) {
        var byTask = all.stream().collect(Collectors.groupingBy(Judgement::taskId));
        var settled = new HashMap<UUID, BigDecimal>();
        var asked = Flux.fromIterable(byTask.entrySet()).concatMap(of -> {
            var most = Objects.requireNonNull(tasks.get(of.getKey())).points();
            var verdict = Judgement.verdict(of.getValue(), most, campaign.allowedDifference());
            return switch (verdict) {
                case Verdict.Settled(var points) -> Mono.<Void>fromRunnable(() -> settled.put(of.getKey(), points));
                case Verdict.NeedsThird() -> store.askThird(attempt, Judges.of(campaign.judges(), attempt)
                        .besides(of.getValue().stream().map(Judgement::judgeId).toList()), of.getKey(), clock.instant());
                case null -> Mono.<Void>empty();
            };
        });
        return asked.then(Mono.defer(() -> settled.size() < byTask.size() ? Mono.empty()
                : answers.grade(attempt.id(), settled).then(Mono.defer(() -> attempts.settle(attempt))).then()));
    }
}
