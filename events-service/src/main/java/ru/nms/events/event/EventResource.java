package ru.nms.events.event;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.events.event.Event.Command;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.Answers;
import ru.nms.platform.http.ETags;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.table.Table;

/// Events of the region: what takes place, for whom, and how many seats there are.
@RestController
@LearntFrom(OrganisationChanged.class)
@RequestMapping("/api/events/v1")
class EventResource {

    private final EventService events;
    private final EventStore store;
    private final Table<EventView> table;

    EventResource(EventService events, EventStore store, RegionProfile region, RegionCalendar calendar) {
        this.events = events;
        this.store = store;
        this.table = EventTable.of(region, calendar);
    }

    /// One kind of events.
    record KindView(String code, String title) {}

    record KindsView(List<KindView> items) {}

    /// @param reason told to those who were registered
    record Cancellation(@NotBlank @Size(max = 300) String reason) {}

    @Operation(summary = "The closed list of kinds of events")
    @GetMapping("/event-kinds")
    @Allow(anyoneSignedIn = true)
    @LearntFrom({})
    Mono<KindsView> kinds() {
        return Mono.just(new KindsView(Arrays.stream(EventKind.values())
                .map(kind -> new KindView(kind.name(), kind.title())).toList()));
    }

    @Operation(summary = "Draw up an event")
    @PostMapping("/events")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow({Role.COORDINATOR, Role.PROVIDER, Role.MUNICIPALITY})
    Mono<ResponseEntity<EventView>> create(Caller caller, @RequestBody EventDraft body) {
        return events.create(caller, body)
                .map(event -> Answers.created("/api/events/v1/events/" + event.id(), event, event.version()));
    }

    @Operation(summary = "Events: all that are announced, and the drafts of those who run them")
    @GetMapping("/events")
    @Allow(anyoneSignedIn = true)
    Tabular<Page<EventView>> list(Caller caller, @OfList(EventStore.class) ListRequest request) {
        return store.select(request, caller).as(table);
    }

    /// The tag is set past WebFlux's own answer to `If-None-Match`: seats change while the version stays.
    @Operation(summary = "One event with its seats")
    @GetMapping("/events/{id}")
    @Allow(anyoneSignedIn = true)
    Mono<EventView> show(Caller caller, @PathVariable UUID id, ServerHttpResponse response) {
        return store.show(caller, id)
                .doOnNext(event -> response.getHeaders().setETag(ETags.of(event.version())));
    }

    @Operation(summary = "Change an event that was not held yet")
    @PutMapping("/events/{id}")
    @Allow({Role.COORDINATOR, Role.PROVIDER, Role.MUNICIPALITY})
    Mono<ResponseEntity<EventView>> change(Caller caller, @PathVariable UUID id, IfMatch match,
                                           @RequestBody EventDraft body) {
        return shown(events.change(caller, id, match, body));
    }

    @Operation(summary = "Announce an event and open its registration")
    @PostMapping("/events/{id}/publication")
    @Allow({Role.COORDINATOR, Role.PROVIDER, Role.MUNICIPALITY})
    Mono<ResponseEntity<EventView>> publish(Caller caller, @PathVariable UUID id, IfMatch match) {
        return shown(events.change(caller, id, match, new Command.Publish()));
    }

    @Operation(summary = "Call an announced event off, with all registrations")
    @PostMapping("/events/{id}/cancellation")
    @Allow({Role.COORDINATOR, Role.PROVIDER, Role.MUNICIPALITY})
    Mono<ResponseEntity<EventView>> cancel(Caller caller, @PathVariable UUID id, IfMatch match,
                                           @Valid @RequestBody Cancellation body) {
        return shown(events.change(caller, id, match, new Command.Cancel(body.reason().strip())));
    }

    @Operation(summary = "Say that an event was held")
    @PostMapping("/events/{id}/closing")
    @Allow({Role.COORDINATOR, Role.PROVIDER, Role.MUNICIPALITY})
    Mono<ResponseEntity<EventView>> close(Caller caller, @PathVariable UUID id, IfMatch match) {
        return shown(events.change(caller, id, match, new Command.Close()));
    }

    private static Mono<ResponseEntity<EventView>> shown(Mono<EventView> change) {
        return change.map(event -> Answers.ok(event, event.version()));
    }
}
