package ru.nms.diagnostics.attempt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.http.Answers;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.table.Table;

/// Appeals against what an attempt was found to be worth.
@RestController
@RequestMapping("/api/diagnostics/v1")
class AppealResource {

    private static final Table<Appeal> TABLE = Table.<Appeal>named("appeals")
            .column("id", "Идентификатор", Appeal::id).column("text", "Обращение", Appeal::text)
            .column("status", "Статус", Appeal::status).column("reason", "Обоснование", Appeal::reason)
            .column("pointsBefore", "Баллов было", Appeal::pointsBefore).column("pointsAfter", "Баллов стало", Appeal::pointsAfter);

    record Asking(@NotBlank @Size(max = 4000) String text) {}

    record Declining(@NotBlank @Size(max = 4000) String reason) {}

    /// @param points new ones, by the task's id
    record Accepting(@NotBlank @Size(max = 4000) String reason,
                     @NotEmpty @Size(max = 500) Map<@NotNull UUID, @NotNull BigDecimal> points) {}

    /// What the decider has to look at.
    record Subject(Appeal appeal, List<SavedAnswer> answers) {}

    private final AppealService appeals;
    private final AppealStore store;
    private final AttemptService attempts;
    private final ReadAudit audit;

    AppealResource(AppealService appeals, AppealStore store, AttemptService attempts, ReadAudit audit) {
        this.appeals = appeals;
        this.store = store;
        this.attempts = attempts;
        this.audit = audit;
    }

    @Operation(summary = "Asks to look at an attempt of the caller's again, once")
    @PostMapping("/attempts/{id}/appeal")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY})
    Mono<Appeal> ask(Caller caller, @PathVariable UUID id, @Valid @RequestBody Asking body) {
        var person = caller.personId();
        return person == null ? Mono.error(Refusal.forbidden()) : appeals.ask(id, person, body.text());
    }

    @Operation(summary = "Appeals: the caller's own; to those who decide, all of them, without names")
    @GetMapping("/appeals")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR})
    Tabular<Page<Appeal>> list(Caller caller, @OfList(AppealStore.class) ListRequest request, ServerWebExchange exchange) {
        var self = caller.personId();
        var scope = caller.is(Role.ASSESSOR, Role.COORDINATOR) ? Scope.Condition.ALL : self == null
                ? new Scope.Condition("FALSE", Map.of()) : new Scope.Condition("a.person_id = :self", Map.of("self", self));
        return store.list(request, scope).before(seen -> recorded(caller, seen, exchange)).as(TABLE);
    }

    private Mono<Void> recorded(Caller caller, List<Appeal> seen, ServerWebExchange exchange) {
        return seen.isEmpty() ? Mono.empty() : store.people(seen.stream().map(Appeal::id).toList())
                .flatMap(people -> audit.record(caller, people, "appeals", exchange));
    }

    @Operation(summary = "An appeal with the answers it is about; with their points as soon as no key is sealed any more")
    @GetMapping("/appeals/{id}")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    Mono<ResponseEntity<Subject>> one(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        return store.find(id).switchIfEmpty(Mono.error(() -> Refusal.notFound("appeal")))
                .delayUntil(appeal -> recorded(caller, List.of(appeal), exchange))
                .flatMap(appeal -> attempts.answers(appeal.attemptId()).map(answers -> new Subject(appeal, answers)))
                .map(subject -> Answers.ok(subject, subject.appeal().version()));
    }

    @Operation(summary = "Accepts an appeal: tasks get other points, and the result follows")
    @PostMapping("/appeals/{id}/acceptance")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    Mono<ResponseEntity<Appeal>> accept(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Accepting body) {
        return appeals.accept(caller, id, match, body.reason(), body.points()).map(it -> Answers.ok(it, it.version()));
    }

    @Operation(summary = "Declines an appeal: everything stays as it was")
    @PostMapping("/appeals/{id}/refusal")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    Mono<ResponseEntity<Appeal>> decline(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Declining body) {
        return appeals.decline(caller, id, match, body.reason()).map(it -> Answers.ok(it, it.version()));
    }
}
