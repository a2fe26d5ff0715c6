package ru.nms.diagnostics.deficit;

import static org.springframework.http.HttpHeaders.ACCEPT_LANGUAGE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.RouteChanged;
import ru.nms.diagnostics.deficit.DeficitReadStore.Traced;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.Answers;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.region.Origin;
import ru.nms.platform.table.Table;

/// Deficits, each with the reasoning that led to it. Nobody enters them: they follow from results.
@RestController
@LearntFrom({PersonChanged.class, AssignmentChanged.class, OrganisationChanged.class, RouteChanged.class})
@RequestMapping("/api/diagnostics/v1/deficits")
class DeficitResource {

    private final DeficitReadStore store;
    private final Rulebook rules;
    private final ReadAudit audit;
    private final Table<View> table;

    DeficitResource(DeficitReadStore store, Rulebook rules, ReadAudit audit) {
        this.store = store;
        this.rules = rules;
        this.audit = audit;
        this.table = DeficitTable.of(rules);
    }

    /// @param resultId the result that gave the present level, or the evidence that closed it
    /// @param origin   whose threshold gave the level
    /// @param why      every attempt in this competence, as they were taken
    /// @param course   when it was opened, changed its level, was closed and opened again, and by which result
    /// @param workedOnBy items of routes
    /// @param priority whether the person works where students' results are low
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(UUID id, long version, Instant createdAt, Instant changedAt, UUID personId, String competence,
                String level, Deficit.Status status, LocalDate openedOn, @Nullable LocalDate closedOn, UUID resultId,
                Origin origin, List<Why> why, List<Step> course, List<Work> workedOnBy, boolean priority) {}

    @Operation(summary = "Deficits within the caller's scope, with the reasoning behind each")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR,
            Role.MINISTRY})
    @GetMapping
    Tabular<Page<View>> list(Caller caller, @OfList(DeficitReadStore.class) ListRequest request, ServerWebExchange exchange) {
        var text = WhyText.of(exchange.getRequest().getHeaders().getFirst(ACCEPT_LANGUAGE));
        return store.select(caller, request)
                .before(seen -> shown(caller, seen, exchange))
                .map(traced -> view(traced, text))
                .as(table);
    }

    @Operation(summary = "One deficit")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR,
            Role.MINISTRY})
    @GetMapping("/{id}")
    Mono<ResponseEntity<View>> read(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        var text = WhyText.of(exchange.getRequest().getHeaders().getFirst(ACCEPT_LANGUAGE));
        return store.find(caller, id)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("deficit")))
                .delayUntil(traced -> shown(caller, List.of(traced), exchange))
                .map(traced -> Answers.ok(view(traced, text), traced.deficit().version()));
    }

    private Mono<Void> shown(Caller caller, List<Traced> deficits, ServerWebExchange exchange) {
        var people = deficits.stream().map(traced -> traced.deficit().personId()).distinct().toList();
        return people.isEmpty() ? Mono.empty() : audit.record(caller, people, "deficits", exchange);
    }

    private View view(Traced traced, WhyText text) {
        var deficit = traced.deficit();
        return new View(deficit.id(), deficit.version(), traced.createdAt(), traced.changedAt(), deficit.personId(),
                deficit.competence(), deficit.level(), deficit.status(), deficit.openedOn(), deficit.closedOn(),
                deficit.resultId(), deficit.origin(),
                traced.attempts().stream().map(attempt -> Why.of(attempt, rules, text)).toList(),
                Step.of(traced.attempts(), rules), traced.work(), traced.priority());
    }
}
