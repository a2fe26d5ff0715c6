package ru.nms.iom.route;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.EventChanged;
import ru.nms.contracts.ParticipationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.Answers;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.table.Table;

/// The register of routes, and new ones.
@RestController
@LearntFrom({PersonChanged.class, AssignmentChanged.class, ResultChanged.class, DeficitChanged.class,
        EventChanged.class, ParticipationChanged.class})
@RequestMapping("/api/iom/v1/routes")
class RouteResource {

    private final DraftService drafts;
    private final RegisterStore register;
    private final HistoryStore history;
    private final RouteReadService reads;
    private final ReadAudit audit;
    private final Table<RouteView> table;
    private final Table<RouteStep> steps;

    RouteResource(DraftService drafts, RegisterStore register, HistoryStore history, RouteReadService reads,
                  ReadAudit audit, RegionProfile region, RegionCalendar calendar) {
        this.drafts = drafts;
        this.register = register;
        this.history = history;
        this.reads = reads;
        this.audit = audit;
        this.table = RouteTable.register(region, calendar);
        this.steps = RouteTable.history(calendar);
    }

    record Wish(@NotNull UUID personId, @NotNull LocalDate from, @NotNull LocalDate until) {}

    /// Draws up a route from the person's open deficits.
    @Allow({Role.TEACHER, Role.METHODIST, Role.COORDINATOR})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<RouteView>> draft(@Valid @RequestBody Wish wish, Caller caller,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return drafts.draft(caller, wish.personId(), wish.from(), wish.until())
                .flatMap(route -> reads.view(route.id(), caller, language))
                .map(view -> Answers.created("/api/iom/v1/routes/" + view.id(), view, view.version()));
    }

    /// The routes of the people in the caller's scope, without their items.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping
    Tabular<Page<RouteView>> list(@OfList(RegisterStore.class) ListRequest request, Caller caller, ServerWebExchange exchange) {
        return register.select(request, caller)
                .map(RouteView::line)
                .before(seen -> audit.record(caller, seen.stream().map(RouteView::personId).distinct().toList(),
                        "routes", exchange))
                .as(table);
    }

    /// One route with its items.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/{id}")
    Mono<ResponseEntity<RouteView>> one(@PathVariable UUID id, Caller caller, ServerWebExchange exchange,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return reads.view(id, caller, language)
                .delayUntil(view -> audit.record(caller, List.of(view.personId()), "route", exchange))
                .map(view -> Answers.ok(view, view.version()));
    }

    /// Who moved the route from one status to the next, when, and with which remarks.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/{id}/history")
    Tabular<Page<RouteStep>> history(@PathVariable UUID id, Caller caller, ServerWebExchange exchange) {
        var page = reads.entry(id, caller)
                .delayUntil(entry -> audit.record(caller, List.of(entry.route().personId()), "route-history", exchange))
                .flatMap(entry -> history.of(id).collectList())
                .map(made -> new Page<>(made, null, null));
        return Tabular.of(page, Page::items, steps);
    }
}
