package ru.nms.registry.programme;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.contracts.DeficitChanged;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Programmes of training, and their way into the federal register.
@RestController
@RequestMapping(ProgrammeResource.PATH)
@LearntFrom(DeficitChanged.class)
@AllowEntries(keep = {Role.COORDINATOR, Role.PROVIDER})
class ProgrammeResource extends RegisterResource<Programme> {

    static final String PATH = "/api/registry/v1/programmes";

    /// @param number in the federal register, for an inclusion
    record Step(@NotNull LocalDate on, @Nullable @Size(max = 100) String number) {}

    ProgrammeResource(Register<Programme> register, Registers registers) {
        super(PATH, register, registers);
    }

    /// Records that the programme was filed for the federal register.
    @Allow({Role.COORDINATOR, Role.PROVIDER})
    @PostMapping("/{id}/filing")
    Mono<ResponseEntity<Entry<Programme>>> file(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Step step) {
        return step(caller, id, match, "filing", step);
    }

    /// Records that the programme was taken into the expert review.
    @Allow({Role.COORDINATOR, Role.PROVIDER})
    @PostMapping("/{id}/review")
    Mono<ResponseEntity<Entry<Programme>>> review(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Step step) {
        return step(caller, id, match, "review", step);
    }

    /// Records that the programme stands in the federal register.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/inclusion")
    Mono<ResponseEntity<Entry<Programme>>> include(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Step step) {
        return step(caller, id, match, "inclusion", step);
    }

    /// Records that the federal register refused the programme.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/refusal")
    Mono<ResponseEntity<Entry<Programme>>> refuse(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Step step) {
        return step(caller, id, match, "refusal", step);
    }

    /// Records that the programme was withdrawn from the federal register.
    @Allow({Role.COORDINATOR, Role.PROVIDER})
    @PostMapping("/{id}/withdrawal")
    Mono<ResponseEntity<Entry<Programme>>> withdraw(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Step step) {
        return step(caller, id, match, "withdrawal", step);
    }

    private Mono<ResponseEntity<Entry<Programme>>> step(Caller caller, UUID id, IfMatch match, String action, Step step) {
        return act(caller, id, match, programme -> programme.after(action, step.on(), step.number()));
    }
}
