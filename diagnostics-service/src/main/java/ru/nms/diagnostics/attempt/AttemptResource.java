package ru.nms.diagnostics.attempt;

import java.time.Clock;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.instrument.Papers;
import ru.nms.diagnostics.scoring.Answer;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.Answers;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.table.Table;

/// Taking an instrument. An attempt is its person's alone; anybody else is told that there is none.
@RestController
@RequestMapping("/api/diagnostics/v1")
class AttemptResource {

    /// @param revision counted by the client, so that answers on their way may overtake each other
    record Saving(@NotNull @Min(1) @Max(Long.MAX_VALUE) Long revision, @NotNull @Valid Answer answer) {}

    private final AttemptService attempts;
    private final AnswerService answers;
    private final AttemptReadStore reads;
    private final Papers papers;
    private final ReadAudit audit;
    private final Clock clock;
    private final Table<AttemptView> table;

    AttemptResource(AttemptService attempts, AnswerService answers, AttemptReadStore reads, Papers papers, ReadAudit audit,
                    RegionCalendar calendar, Clock clock) {
        this.attempts = attempts;
        this.answers = answers;
        this.reads = reads;
        this.papers = papers;
        this.audit = audit;
        this.clock = clock;
        this.table = Table.<AttemptView>named("attempts")
                .column("id", "Идентификатор", AttemptView::id).column("personId", "Человек (идентификатор)", AttemptView::personId)
                .column("number", "Попытка", AttemptView::number).column("status", "Статус", AttemptView::status)
                .column("startedAt", "Начало", view -> calendar.local(view.startedAt()))
                .column("points", "Баллы", AttemptView::points).column("maximum", "Максимум", AttemptView::maximum);
    }

    @Operation(summary = "Begins an attempt: from now on time runs")
    @PostMapping("/campaigns/{id}/attempts")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY})
    Mono<ResponseEntity<AttemptView>> start(Caller caller, @PathVariable UUID id) {
        return Mono.defer(() -> attempts.start(id, person(caller)))
                .map(it -> Answers.created("/api/diagnostics/v1/attempts/" + it.id(), view(it), it.version()));
    }

    @Operation(summary = "The caller's attempts; to the coordinator all, without what was answered")
    @GetMapping("/attempts")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR})
    Tabular<Page<AttemptView>> list(Caller caller, @OfList(AttemptReadStore.class) ListRequest request, ServerWebExchange exchange) {
        return reads.list(request, caller)
                .before(seen -> audit.record(caller, seen.stream().map(AttemptView::personId).distinct().toList(), "attempts", exchange))
                .as(table);
    }

    @Operation(summary = "An attempt of the caller's with everything saved so far; with points by task as soon as no key is sealed")
    @GetMapping("/attempts/{id}")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY})
    Mono<AttemptView> show(Caller caller, @PathVariable UUID id) {
        return Mono.defer(() -> attempts.own(id, person(caller)))
                .flatMap(it -> Mono.zip(attempts.answers(it), papers.of(it.instrumentId()), (saved, paper) ->
                        AttemptView.of(it, Aliases.of(it).told(saved, paper.of(it.variant())), clock.instant())));
    }

    @Operation(summary = "The tasks of an attempt, as long as it runs")
    @GetMapping("/attempts/{id}/paper")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY})
    Mono<PaperView> paper(Caller caller, @PathVariable UUID id) {
        return Mono.defer(() -> attempts.own(id, person(caller))).doOnNext(this::mustRun)
                .flatMap(it -> papers.of(it.instrumentId()).map(paper -> PaperView.of(it, paper)));
    }

    private void mustRun(Attempt it) {
        if (it.status() != Attempt.Status.RUNNING || it.isOver(clock.instant())) {
            throw Refusal.conflict("attempt.over", it.deadline()).with("deadline", it.deadline());
        }
    }

    @Operation(summary = "Saves the answer to one task; the same again changes nothing")
    @PutMapping("/attempts/{id}/answers/{taskId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY})
    Mono<Void> save(Caller caller, @PathVariable UUID id, @PathVariable UUID taskId, @Valid @RequestBody Saving body) {
        return answers.save(caller, id, taskId, body.revision(), body.answer());
    }

    @Operation(summary = "Hands the attempt in; what is there is scored")
    @PostMapping("/attempts/{id}/submission")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY})
    Mono<ResponseEntity<AttemptView>> submit(Caller caller, @PathVariable UUID id) {
        return Mono.defer(() -> attempts.submit(id, person(caller))).map(it -> Answers.ok(view(it), it.version()));
    }

    @Operation(summary = "An attempt counts no more, for example one made by somebody else; the one before counts again")
    @PostMapping("/attempts/{id}/annulment")
    @Allow(Role.COORDINATOR)
    Mono<ResponseEntity<AttemptView>> annul(@PathVariable UUID id, IfMatch match) {
        return attempts.annul(id, match).map(it -> Answers.ok(view(it), it.version()));
    }

    private AttemptView view(Attempt it) {
        return AttemptView.of(it, null, clock.instant());
    }

    private static UUID person(Caller caller) {
        var person = caller.personId();
        if (person == null) {
            throw Refusal.forbidden();
        }
        return person;
    }
}
