package ru.nms.diagnostics.attempt;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.attempt.Appeal.Decision;
import ru.nms.diagnostics.attempt.Attempt.Status;
import ru.nms.diagnostics.attempt.AttemptStore.Overdue;
import ru.nms.diagnostics.campaign.OpenCampaign;
import ru.nms.diagnostics.campaign.ParticipationService;
import ru.nms.diagnostics.instrument.Paper;
import ru.nms.diagnostics.instrument.Papers;
import ru.nms.diagnostics.instrument.Seals;
import ru.nms.diagnostics.result.Outcome;
import ru.nms.diagnostics.result.OutcomeService;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;

/// The life of an attempt. Its end, the result, the deficits that follow and what is announced of them are one transaction.
@Service
class AttemptService implements PersonTraces {

    private static final Logger log = LoggerFactory.getLogger(AttemptService.class);
    private static final int AT_ONCE = 200;
    private static final int BESIDE_EACH_OTHER = 4;

    private final AttemptStore store;
    private final JudgementStore judgements;
    private final AppealStore appeals;
    private final ParticipationService participations;
    private final Papers papers;
    private final Seals seals;
    private final OutcomeService outcomes;
    private final Outbox outbox;
    private final RegionCalendar calendar;
    private final Clock clock;
    private final Tx tx;

    AttemptService(AttemptStore store, JudgementStore judgements, AppealStore appeals, ParticipationService participations, Papers papers,
                   Seals seals, OutcomeService outcomes, Outbox outbox, RegionCalendar calendar, Clock clock, Tx tx) {
        this.store = store;
        this.judgements = judgements;
        this.appeals = appeals;
        this.participations = participations;
        this.papers = papers;
        this.seals = seals;
        this.outcomes = outcomes;
        this.outbox = outbox;
        this.calendar = calendar;
        this.clock = clock;
        this.tx = tx;
    }

    Mono<Attempt> start(UUID campaign, UUID person) {
        return tx.run(participations.campaign(campaign)
                .doOnNext(open -> open.mustRunAt(clock.instant()))
                .doOnNext(open -> mustNotJudge(open, person))
                .delayUntil(open -> participations.started(open.id(), person))   // holds the person's place: one start at a time
                .flatMap(open -> Mono.zip(papers.of(open.instrumentId()), store.earlier(campaign, person))
                        .map(found -> begin(open, person, found.getT1(), found.getT2())))
                .delayUntil(store::insert));
    }

    private Attempt begin(OpenCampaign open, UUID person, Paper paper, AttemptStore.Earlier earlier) {
        if (earlier.running() != null) {
            throw Refusal.conflict("attempt.running").with("existing", earlier.running());
        }
        if (earlier.counted() >= open.attempts()) {
            throw Refusal.conflict("attempt.none-left", open.attempts());
        }
        return Attempt.start(Ids.next(), open, person, paper, earlier.last() + 1, UUID.randomUUID(), clock.instant());
    }

    private static void mustNotJudge(OpenCampaign open, UUID person) {
        if (open.judges().contains(person)) {
            throw Refusal.conflict("attempt.judge");
        }
    }

    /// 404 for anybody else.
    Mono<Attempt> own(UUID id, UUID person) {
        return store.find(id).filter(attempt -> attempt.personId().equals(person))
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("attempt")));
    }

    Mono<Attempt> submit(UUID id, UUID person) {
        return tx.run(locked(id).filter(attempt -> attempt.personId().equals(person))
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("attempt")))
                .flatMap(this::end));
    }

    /// What is there counts when time is up, whether anybody asks or not. An attempt that cannot be ended keeps no other waiting.
    Mono<Void> submitOverdue() {
        var now = clock.instant();
        return submitOverdue(now, Overdue.NONE)
                .expand(done -> done.size() < AT_ONCE ? Mono.empty() : submitOverdue(now, done.getLast()))
                .then();
    }

    private Mono<List<Overdue>> submitOverdue(Instant now, Overdue after) {
        return store.overdue(now, after, AT_ONCE).delayUntil(found -> Flux.fromIterable(found).map(Overdue::id)
                .flatMap(id -> submitOverdue(id).onErrorResume(failure -> {
                    log.warn("Attempt {} could not be ended; trying again: {}", id, failure.getClass().getName());
                    return Mono.empty();
                }), BESIDE_EACH_OTHER)
                .then());
    }

    private Mono<Attempt> submitOverdue(UUID id) {
        return tx.run(locked(id).filter(attempt -> attempt.status() == Status.RUNNING && attempt.isOver(clock.instant()))
                .flatMap(this::end));
    }

    private Mono<Attempt> end(Attempt attempt) {
        var over = attempt.submitted(clock.instant());
        return Mono.zip(papers.of(over.instrumentId()), store.answers(over.id())).flatMap(found -> {
            var tasks = found.getT1().of(over.variant());
            var open = Grade.open(tasks, found.getT2());
            return store.grade(over.id(), Grade.scored(tasks, found.getT2()))
                    .then(Mono.defer(() -> participations.finished(over.campaignId(), over.personId())))
                    .then(Mono.defer(() -> open.isEmpty() ? settle(over) : judged(over, open)));
        });
    }

    private Mono<Attempt> judged(Attempt over, List<Paper.Item> open) {
        return write(over)
                .then(participations.campaign(over.campaignId()))
                .flatMap(campaign -> judgements.ask(over, Judges.of(campaign.judges(), over), open, clock.instant()))
                .thenReturn(over);
    }

    /// All points are there: the attempt becomes a result. The attempt is locked.
    Mono<Attempt> settle(Attempt judged) {
        return Mono.zip(grade(judged), participations.campaign(judged.campaignId()), papers.of(judged.instrumentId()))
                .flatMap(found -> record(judged, found.getT1(), found.getT2(), found.getT3())
                        .map(result -> judged.graded(found.getT1(), result))
                        .switchIfEmpty(Mono.fromSupplier(() -> judged.graded(found.getT1(), null))))
                .delayUntil(this::write);
    }

    /// Points were changed by an appeal: so is the result. The attempt is locked.
    Mono<Attempt> settleAnew(Attempt appealed) {
        return Mono.zip(grade(appealed), participations.campaign(appealed.campaignId()), papers.of(appealed.instrumentId()))
                .flatMap(found -> record(appealed, found.getT1(), found.getT2(), found.getT3())
                        .then(Mono.fromSupplier(() -> appealed.decided(found.getT1()))))
                .delayUntil(this::write);
    }

    private Mono<Grade> grade(Attempt attempt) {
        return Mono.zip(papers.of(attempt.instrumentId()), store.answers(attempt.id()))
                .map(found -> Grade.of(found.getT1().of(attempt.variant()), points(found.getT2())));
    }

    private static Map<UUID, BigDecimal> points(List<SavedAnswer> answers) {
        var points = new HashMap<UUID, BigDecimal>();
        answers.forEach(answer -> {
            if (answer.points() != null) {
                points.put(answer.taskId(), answer.points());
            }
        });
        return points;
    }

    private Mono<UUID> record(Attempt attempt, Grade grade, OpenCampaign campaign, Paper paper) {
        return grade.parts().isEmpty() ? Mono.empty() : outcomes.record(Outcome.ofAttempt(attempt.id(), attempt.personId(),
                paper.procedure(), paper.provider(), day(attempt), Objects.requireNonNull(attempt.submittedAt()), campaign.occasion(), grade.parts()));
    }

    private LocalDate day(Attempt attempt) {
        return calendar.local(Objects.requireNonNull(attempt.submittedAt())).toLocalDate();
    }

    /// It counts no more; the result of the attempt before counts again. Nobody decides about it, and its person is as far as
    /// the other attempts have come.
    Mono<Attempt> annul(UUID id, IfMatch match) {
        return tx.run(locked(id).doOnNext(attempt -> match.requires(attempt.version()))
                .map(Attempt::annulled)
                .delayUntil(this::write)
                .delayUntil(attempt -> outcomes.annul(Outcome.Origin.ATTEMPT, attempt.id()))
                .delayUntil(attempt -> appeals.of(attempt.id()).filter(Appeal::isOpen)
                        .flatMap(appeal -> appeals.update(appeal.on(Decision.CLOSE, null), clock.instant())))
                .delayUntil(attempt -> participations.annulled(attempt.campaignId(), attempt.personId())));
    }

    Mono<List<SavedAnswer>> answers(UUID attempt) {
        return store.find(attempt).flatMap(this::answers);
    }

    /// Points of single tasks give keys away, as long as these are sealed.
    Mono<List<SavedAnswer>> answers(Attempt attempt) {
        return Mono.zip(store.answers(attempt.id()), seals.sealed(attempt.instrumentId()), (answers, sealed) -> sealed
                ? answers.stream().map(SavedAnswer::withoutPoints).toList() : answers);
    }

    /// In the transaction that changes the campaign.
    Mono<Void> follow(UUID campaign) {
        return store.extend(campaign, clock.instant()).filter(extended -> !extended.isEmpty())
                .flatMap(extended -> outbox.untold("attempts", extended, false));
    }

    Mono<Attempt> locked(UUID id) {
        return store.locked(id).switchIfEmpty(Mono.error(() -> Refusal.notFound("attempt")));
    }

    Mono<Void> write(Attempt attempt) {
        return store.update(attempt, clock.instant())
                .then(Mono.defer(() -> outbox.untold("attempts", Map.of(attempt.id(), attempt.version()), false)));
    }

    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        return Mono.defer(() -> store.passOn(from, to)).then(Mono.defer(() -> judgements.passOn(from, to)));
    }

    /// Own attempts go with everything in them; what the person judged of others counts on, by somebody.
    @Override
    public Mono<Void> erase(UUID person) {
        return Mono.defer(() -> store.erase(person));
    }
}
