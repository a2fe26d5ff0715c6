package ru.nms.events.registration;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
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
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.events.registration.Registration.Attendance;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
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
import ru.nms.platform.table.Table;

/// Who registered for an event, and who came.
@RestController
@LearntFrom({PersonChanged.class, PersonIdentityChanged.class, AssignmentChanged.class})
@RequestMapping("/api/events/v1")
class RegistrationResource {

    private final RegistrationService registrations;
    private final RegistrationReadStore reads;
    private final OccasionStore occasions;
    private final ReadAudit audit;
    private final Table<RegistrationView> table;
    private final Table<ParticipantView> participants;

    RegistrationResource(RegistrationService registrations, RegistrationReadStore reads, OccasionStore occasions,
                         ReadAudit audit, RegionCalendar calendar) {
        this.registrations = registrations;
        this.reads = reads;
        this.occasions = occasions;
        this.audit = audit;
        this.table = RegistrationTable.of(calendar);
        this.participants = RegistrationTable.participants(calendar);
    }

    record Application(@NotNull UUID personId) {}

    record Seen(@NotNull Attendance status) {}

    @Operation(summary = "Register a person: a seat, or a place in the waiting list")
    @PostMapping("/events/{id}/registrations")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR})
    Mono<ResponseEntity<RegistrationView>> register(Caller caller, @PathVariable UUID id,
                                                    @Valid @RequestBody Application body) {
        return registrations.register(caller, id, body.personId())
                .map(view -> Answers.created("/api/events/v1/events/%s/registrations/%s".formatted(id, view.id()), view,
                        view.version()));
    }

    @Operation(summary = "The participants of an event by name, for those who run it")
    @GetMapping("/events/{id}/registrations")
    @Allow({Role.COORDINATOR, Role.PROVIDER, Role.MUNICIPALITY})
    Mono<Tabular<Page<ParticipantView>>> participants(Caller caller, @PathVariable UUID id,
            @OfList(value = RegistrationReadStore.class, name = "participants") ListRequest request,
            ServerWebExchange exchange) {
        return occasions.requireMine(caller, id).then(Mono.fromSupplier(() -> reads.participants(request, caller, id)
                .before(seen -> audit.record(caller, seen.stream().map(one -> one.registration().personId()).toList(),
                        "identity", exchange))
                .as(participants)));
    }

    @Operation(summary = "Registrations of the caller, and of the people whom the caller answers for")
    @GetMapping("/registrations")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY})
    Tabular<Page<RegistrationView>> own(Caller caller,
            @OfList(value = RegistrationReadStore.class, name = "registrations") ListRequest request,
            ServerWebExchange exchange) {
        return reads.own(request, caller)
                .before(seen -> audit.record(caller, seen.stream().map(RegistrationView::personId).distinct().toList(),
                        "participation", exchange))
                .as(table);
    }

    /// The tag is set past WebFlux's own answer to `If-None-Match`: the place moves up while the version stays.
    @Operation(summary = "One registration")
    @GetMapping("/events/{id}/registrations/{registrationId}")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.PROVIDER, Role.COORDINATOR,
            Role.MINISTRY})
    Mono<RegistrationView> show(Caller caller, @PathVariable UUID id, @PathVariable UUID registrationId,
                                ServerWebExchange exchange) {
        return reads.show(caller, id, registrationId)
                .delayUntil(view -> audit.record(caller, List.of(view.personId()), "participation", exchange))
                .doOnNext(view -> exchange.getResponse().getHeaders().setETag(ETags.of(view.version())));
    }

    @Operation(summary = "Give a seat or a place in the waiting list back")
    @PostMapping("/events/{id}/registrations/{registrationId}/cancellation")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.PROVIDER, Role.COORDINATOR})
    Mono<ResponseEntity<RegistrationView>> cancel(Caller caller, @PathVariable UUID id,
                                                  @PathVariable UUID registrationId, IfMatch match) {
        return shown(registrations.cancel(caller, id, registrationId, match));
    }

    @Operation(summary = "Record that a participant was there, or was not")
    @PutMapping("/events/{id}/registrations/{registrationId}/attendance")
    @Allow({Role.COORDINATOR, Role.PROVIDER, Role.MUNICIPALITY})
    Mono<ResponseEntity<RegistrationView>> attend(Caller caller, @PathVariable UUID id,
                                                  @PathVariable UUID registrationId, IfMatch match,
                                                  @Valid @RequestBody Seen body) {
        return shown(registrations.attend(caller, id, registrationId, match, body.status()));
    }

    private static Mono<ResponseEntity<RegistrationView>> shown(Mono<RegistrationView> change) {
        return change.map(view -> Answers.ok(view, view.version()));
    }
}
