package ru.nms.iom.route;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.ParticipationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.region.RegionCalendar;

/// The steps of a route's life. What is not possible now is answered 409 with what is.
@RestController
@LearntFrom({PersonChanged.class, AssignmentChanged.class, ParticipationChanged.class})
@RequestMapping("/api/iom/v1/routes/{id}")
class RouteActionResource {

    private static final String LANGUAGE = HttpHeaders.ACCEPT_LANGUAGE;

    private final RouteService routes;
    private final RouteReadService reads;
    private final RegionCalendar calendar;

    RouteActionResource(RouteService routes, RouteReadService reads, RegionCalendar calendar) {
        this.routes = routes;
        this.reads = reads;
        this.calendar = calendar;
    }

    record Remarks(@NotBlank @Size(max = 2000) String remarks) {}

    /// Submission: the person hands the route in.
    @Allow(Role.TEACHER)
    @PostMapping("/submission")
    Mono<ResponseEntity<RouteView>> submit(@PathVariable UUID id, IfMatch match, Caller caller,
            @RequestHeader(name = LANGUAGE, required = false) @Nullable String language) {
        return step(id, match, caller, language, RouteAction.SUBMISSION, new RouteCommand.Submit());
    }

    /// Agreement: the person's organisation agrees.
    @Allow(Role.ORGANISATION)
    @PostMapping("/agreement")
    Mono<ResponseEntity<RouteView>> agree(@PathVariable UUID id, IfMatch match, Caller caller,
            @RequestHeader(name = LANGUAGE, required = false) @Nullable String language) {
        return step(id, match, caller, language, RouteAction.AGREEMENT, new RouteCommand.Agree());
    }

    /// Approval: the coordinator approves.
    @Allow(Role.COORDINATOR)
    @PostMapping("/approval")
    Mono<ResponseEntity<RouteView>> approve(@PathVariable UUID id, IfMatch match, Caller caller,
            @RequestHeader(name = LANGUAGE, required = false) @Nullable String language) {
        return step(id, match, caller, language, RouteAction.APPROVAL, new RouteCommand.Approve(calendar.today()));
    }

    /// Return: whose turn it is gives the route back with remarks.
    @Allow({Role.ORGANISATION, Role.COORDINATOR})
    @PostMapping("/return")
    Mono<ResponseEntity<RouteView>> giveBack(@PathVariable UUID id, IfMatch match, Caller caller,
            @Valid @RequestBody Remarks body,
            @RequestHeader(name = LANGUAGE, required = false) @Nullable String language) {
        return step(id, match, caller, language, RouteAction.RETURN, new RouteCommand.Return(body.remarks().strip()));
    }

    /// Work begins: only an approved route is started.
    @Allow({Role.TEACHER, Role.METHODIST})
    @PostMapping("/start")
    Mono<ResponseEntity<RouteView>> start(@PathVariable UUID id, IfMatch match, Caller caller,
            @RequestHeader(name = LANGUAGE, required = false) @Nullable String language) {
        return step(id, match, caller, language, RouteAction.START, new RouteCommand.Start());
    }

    /// Completes the route. Possible when every item is done or cancelled.
    @Allow({Role.TEACHER, Role.METHODIST})
    @PostMapping("/completion")
    Mono<ResponseEntity<RouteView>> complete(@PathVariable UUID id, IfMatch match, Caller caller,
            @RequestHeader(name = LANGUAGE, required = false) @Nullable String language) {
        return step(id, match, caller, language, RouteAction.COMPLETION, new RouteCommand.Complete(calendar.today()));
    }

    private Mono<ResponseEntity<RouteView>> step(UUID id, IfMatch match, Caller caller, @Nullable String language,
                                                 RouteAction action, RouteCommand command) {
        return reads.after(routes.step(caller, id, match, action, command), id, caller, language);
    }
}
