package ru.nms.registry.programme;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/// Plans of training.
@RestController
@RequestMapping(PlanResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.PROVIDER})
class PlanResource extends RegisterResource<Plan> {

    static final String PATH = "/api/registry/v1/training-plans";

    record Approval(@NotNull LocalDate on, @NotBlank @Size(max = 300) String document) {}

    PlanResource(Register<Plan> register, Registers registers) {
        super(PATH, register, registers);
    }

    /// Approves the plan.
    @Allow({Role.COORDINATOR, Role.MINISTRY})
    @PostMapping("/{id}/approval")
    Mono<ResponseEntity<Entry<Plan>>> approve(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Approval by) {
        return act(caller, id, match, plan -> plan.approved(by.on(), by.document()));
    }

    /// Takes the approval back. What is approved changes only after this.
    @Allow({Role.COORDINATOR, Role.MINISTRY})
    @DeleteMapping("/{id}/approval")
    Mono<ResponseEntity<Entry<Plan>>> reopen(Caller caller, @PathVariable UUID id, IfMatch match) {
        return act(caller, id, match, Plan::reopened);
    }
}
