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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
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
    private final AttemptStore attempts;

    AppealResource(AppealService appeals, AppealStore store, AttemptStore attempts) {
        this.appeals = appeals;
        this.store = store;
        this.attempts = attempts;
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
    Tabular<Page<Appeal>> list(Caller caller, @OfList(AppealStore.class) ListRequest request) {
        var self = caller.personId();
        var scope = caller.is(Role.ASSESSOR, Role.COORDINATOR) ? Scope.Condition.ALL : self == null
                ? new Scope.Condition("FALSE", Map.of()) : new Scope.Condition("a.person_id = :self", Map.of("self", self));
        return store.list(request, scope).as(TABLE);
    }

    @Operation(summary = "An appeal with the answers it is about")
    @GetMapping("/appeals/{id}")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    Mono<Subject> one(@PathVariable UUID id) {
        return store.find(id).switchIfEmpty(Mono.error(() -> Refusal.notFound("appeal")))
                .flatMap(appeal -> attempts.answers(appeal.attemptId()).map(answers -> new Subject(appeal, answers)));
    }

    @Operation(summary = "Accepts an appeal: tasks get other points, and the result follows")
    @PostMapping("/appeals/{id}/acceptance")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    Mono<Appeal> accept(@PathVariable UUID id, @Valid @RequestBody Accepting body) {
        return appeals.accept(id, body.reason(), body.points());
    }

    @Operation(summary = "Declines an appeal: everything stays as it was")
    @PostMapping("/appeals/{id}/refusal")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    Mono<Appeal> decline(@PathVariable UUID id, @Valid @RequestBody Declining body) {
        return appeals.decline(id, body.reason());
    }
}
