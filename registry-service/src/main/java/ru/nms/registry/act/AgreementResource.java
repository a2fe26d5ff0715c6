package ru.nms.registry.act;

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

/// Agreements of the region with municipalities and others.
@RestController
@RequestMapping(AgreementResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.MINISTRY})
class AgreementResource extends RegisterResource<Agreement> {

    static final String PATH = "/api/registry/v1/agreements";

    /// @param on the first day on which the agreement no longer holds
    record Ending(@NotNull LocalDate on) {}

    AgreementResource(Register<Agreement> register, Registers registers) {
        super(PATH, register, registers);
    }

    /// Records that the agreement is signed.
    @Allow({Role.COORDINATOR, Role.MINISTRY})
    @PostMapping("/{id}/signing")
    Mono<ResponseEntity<Entry<Agreement>>> sign(Caller caller, @PathVariable UUID id, IfMatch match) {
        return act(caller, id, match, Agreement::signed);
    }

    /// Records that the agreement ended, and when.
    @Allow({Role.COORDINATOR, Role.MINISTRY})
    @PostMapping("/{id}/ending")
    Mono<ResponseEntity<Entry<Agreement>>> end(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Ending it) {
        return act(caller, id, match, agreement -> agreement.ended(it.on()));
    }
}
