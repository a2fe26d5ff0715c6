package ru.nms.registry.person;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;

/// Insurance numbers go in by a body and come out on the person's own export only.
@RestController
@RequestMapping(PersonResource.PATH)
class PersonIdentifierResource {

    private final PersonIdentifierService identifiers;
    private final PersonRules rules;
    private final RegionCalendar calendar;
    private final ReadAudit audit;

    PersonIdentifierResource(PersonIdentifierService identifiers, RegionProfile profile, RegionCalendar calendar, ReadAudit audit) {
        this.identifiers = identifiers;
        this.rules = new PersonRules(profile);
        this.calendar = calendar;
        this.audit = audit;
    }

    record Number(@NotBlank @Size(max = 20) String snils) {

        /// Bodies are printed by many tools.
        @Override
        public String toString() {
            return "Number[hidden]";
        }
    }

    /// Keeps the insurance number, sealed; the same number of another person is refused.
    @Allow({Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION})
    @PutMapping("/{id}/snils")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> keep(Caller caller, @PathVariable UUID id, @Valid @RequestBody Number number) {
        return identifiers.keep(caller, id, number.snils());
    }

    /// The person with this number, if the caller may see them. A search by POST, because addresses are written down.
    @Allow({Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION})
    @PostMapping("/searches")
    Mono<List<PersonView>> search(Caller caller, @Valid @RequestBody Number number, ServerWebExchange exchange) {
        return identifiers.find(caller, number.snils())
                .delayUntil(person -> audit.record(caller, List.of(person.id()), "card", exchange))
                .map(person -> List.of(PersonView.of(caller, person, calendar.today(), rules)))
                .defaultIfEmpty(List.of());
    }
}
