package ru.nms.registry.site;

import java.util.UUID;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Internships of people at sites.
@RestController
@RequestMapping(InternshipResource.PATH)
@AllowEntries(keep = {Role.ORGANISATION, Role.MUNICIPALITY, Role.COORDINATOR}, read = {Role.TEACHER, Role.ORGANISATION,
        Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY})
class InternshipResource extends RegisterResource<Internship> {

    static final String PATH = "/api/registry/v1/internships";

    InternshipResource(Register<Internship> register, Registers registers) {
        super(PATH, register, registers);
    }

    /// The internship was completed.
    @Allow({Role.ORGANISATION, Role.MUNICIPALITY, Role.COORDINATOR})
    @PostMapping("/{id}/completion")
    Mono<ResponseEntity<Entry<Internship>>> complete(Caller caller, @PathVariable UUID id, IfMatch match) {
        return act(caller, id, match, internship -> internship.after("completion"));
    }

    /// The internship is called off; its place is free again.
    @Allow({Role.ORGANISATION, Role.MUNICIPALITY, Role.COORDINATOR})
    @PostMapping("/{id}/cancellation")
    Mono<ResponseEntity<Entry<Internship>>> cancel(Caller caller, @PathVariable UUID id, IfMatch match) {
        return act(caller, id, match, internship -> internship.after("cancellation"));
    }
}
