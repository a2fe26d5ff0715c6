package ru.nms.registry.privacy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.problem.Refusal;
import ru.nms.registry.person.PersonService;
import ru.nms.registry.person.PersonView;

/// What the registry keeps of a person, for that person.
@RestController
class ExportResource {

    private final PersonService people;
    private final ExportService export;
    private final ReadAudit audit;

    ExportResource(PersonService people, ExportService export, ReadAudit audit) {
        this.people = people;
        this.export = export;
        this.audit = audit;
    }

    /// @param kept by kind: identifiers, roles, lists, consents, memberships …
    record Everything(PersonView person, Map<String, Object> kept) {}

    /// Everything that the registry keeps of a person, for that person and for whoever answers a request in writing.
    @Allow({Role.TEACHER, Role.METHODIST, Role.ORGANISATION, Role.COORDINATOR})
    @GetMapping("/api/registry/v1/people/{id}/export")
    Mono<Everything> everything(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        return people.shown(caller, id)
                .filter(person -> caller.is(Role.COORDINATOR) || person.id().equals(caller.personId()))
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("person")))
                .flatMap(person -> export.kept(person.id()).map(kept -> new Everything(person, kept)))
                .delayUntil(all -> audit.record(caller, List.of(all.person().id()), "everything", exchange));
    }
}
