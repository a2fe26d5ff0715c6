package ru.nms.iom.route;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.EventChanged;
import ru.nms.contracts.ParticipationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.projection.LearntFrom;

/// The items of a route. Versions are the route's: `If-Match` names the version of the route.
@RestController
@LearntFrom({PersonChanged.class, AssignmentChanged.class, DeficitChanged.class, EventChanged.class,
        ParticipationChanged.class})
@RequestMapping("/api/iom/v1/routes/{id}/items")
class ItemResource {

    private static final String LANGUAGE = HttpHeaders.ACCEPT_LANGUAGE;

    private final ItemService items;
    private final ProposalService proposals;
    private final RouteReadService reads;

    ItemResource(ItemService items, ProposalService proposals, RouteReadService reads) {
        this.items = items;
        this.proposals = proposals;
        this.reads = reads;
    }

    record Contents(@NotNull @Size(max = ItemService.MOST) List<@NotNull @Valid ItemContent> items) {}

    record State(@NotNull RouteItem.Status status, @Nullable @Size(max = 2000) String evidence,
                 @Nullable @Size(max = 10_000) String reflection) {}

    /// Replaces all items while the route is a draft or was returned.
    @Allow({Role.TEACHER, Role.METHODIST})
    @PutMapping
    Mono<ResponseEntity<RouteView>> replace(@PathVariable UUID id, IfMatch match, Caller caller,
            @Valid @RequestBody Contents body,
            @RequestHeader(name = LANGUAGE, required = false) @Nullable String language) {
        return reads.after(items.replace(caller, id, match, body.items()), id, caller, language);
    }

    /// Adds an item while the route is a draft or was returned.
    @Allow({Role.TEACHER, Role.METHODIST})
    @PostMapping
    Mono<ResponseEntity<RouteView>> add(@PathVariable UUID id, IfMatch match, Caller caller,
            @Valid @RequestBody ItemContent body,
            @RequestHeader(name = LANGUAGE, required = false) @Nullable String language) {
        return reads.after(items.add(caller, id, match, body), id, caller, language);
    }

    /// Changes one item while the route is a draft or was returned.
    @Allow({Role.TEACHER, Role.METHODIST})
    @PutMapping("/{itemId}")
    Mono<ResponseEntity<RouteView>> change(@PathVariable UUID id, @PathVariable UUID itemId, IfMatch match,
            Caller caller, @Valid @RequestBody ItemContent body,
            @RequestHeader(name = LANGUAGE, required = false) @Nullable String language) {
        return reads.after(items.change(caller, id, itemId, match, body), id, caller, language);
    }

    /// Adds proposals for open deficits that the route says nothing about yet.
    @Allow({Role.TEACHER, Role.METHODIST})
    @PostMapping("/proposals")
    Mono<ResponseEntity<RouteView>> propose(@PathVariable UUID id, IfMatch match, Caller caller,
            @RequestHeader(name = LANGUAGE, required = false) @Nullable String language) {
        return reads.after(proposals.supplement(caller, id, match), id, caller, language);
    }

    /// Records what became of an item while the route is in progress.
    @Allow({Role.TEACHER, Role.METHODIST})
    @PutMapping("/{itemId}/progress")
    Mono<ResponseEntity<RouteView>> progress(@PathVariable UUID id, @PathVariable UUID itemId, IfMatch match,
            Caller caller, @Valid @RequestBody State body,
            @RequestHeader(name = LANGUAGE, required = false) @Nullable String language) {
        return reads.after(items.progress(caller, id, match, new RouteCommand.Progress(itemId, body.status(),
                body.evidence(), body.reflection())), id, caller, language);
    }
}
