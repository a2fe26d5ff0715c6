package ru.nms.registry.completion;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

/// Applications for programmes, and what became of them.
@RestController
@RequestMapping(EnrolmentResource.PATH)
@AllowEntries(keep = {Role.TEACHER, Role.MUNICIPALITY, Role.COORDINATOR}, read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST,
        Role.MUNICIPALITY, Role.PROVIDER, Role.COORDINATOR, Role.MINISTRY})
class EnrolmentResource extends RegisterResource<Enrolment> {

    static final String PATH = "/api/registry/v1/enrolments";

    record Decision(@NotNull LocalDate on) {}

    EnrolmentResource(Register<Enrolment> register, Registers registers) {
        super(PATH, register, registers);
    }

    /// Admits the applicant to the programme.
    @Allow({Role.PROVIDER, Role.COORDINATOR})
    @PostMapping("/{id}/admission")
    Mono<ResponseEntity<Entry<Enrolment>>> admit(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Decision it) {
        return act(caller, id, match, enrolment -> enrolment.after("admission", it.on()));
    }

    /// Refuses the application.
    @Allow({Role.PROVIDER, Role.COORDINATOR})
    @PostMapping("/{id}/refusal")
    Mono<ResponseEntity<Entry<Enrolment>>> refuse(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Decision it) {
        return act(caller, id, match, enrolment -> enrolment.after("refusal", it.on()));
    }

    /// The applicant takes the application back.
    @Allow({Role.TEACHER, Role.MUNICIPALITY, Role.COORDINATOR})
    @PostMapping("/{id}/withdrawal")
    Mono<ResponseEntity<Entry<Enrolment>>> withdraw(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Decision it) {
        return act(caller, id, match, enrolment -> enrolment.after("withdrawal", it.on()));
    }
}
