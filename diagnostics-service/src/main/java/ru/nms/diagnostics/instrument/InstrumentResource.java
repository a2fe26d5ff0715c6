package ru.nms.diagnostics.instrument;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.Answers;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Instruments of diagnostics (ФОС) in yearly editions.
@RestController
@RequestMapping(InstrumentResource.PATH)
@AllowEntries(keep = {Role.ASSESSOR, Role.COORDINATOR})
class InstrumentResource extends RegisterResource<Instrument> {

    static final String PATH = "/api/diagnostics/v1/instruments";

    record Step(@NotNull LocalDate on) {}

    record Edition(@NotNull @Min(2000) @Max(2100) Integer year) {}

    private final InstrumentService instruments;

    InstrumentResource(Register<Instrument> register, Registers registers, InstrumentService instruments) {
        super(PATH, register, registers);
        this.instruments = instruments;
    }

    @Override
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    public Mono<Void> remove(Caller caller, UUID id, IfMatch match) {
        return instruments.remove(caller, id, match);
    }

    @Operation(summary = "Approves a complete instrument; from then on it stays as it is")
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/approval")
    Mono<ResponseEntity<Entry<Instrument>>> approve(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Step it) {
        return act(caller, id, match, instrument -> instrument.approved(it.on()));
    }

    @Operation(summary = "Takes an instrument out of use: no new campaign is planned with it")
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/withdrawal")
    Mono<ResponseEntity<Entry<Instrument>>> withdraw(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Step it) {
        return act(caller, id, match, instrument -> instrument.withdrawn(it.on()));
    }

    @Operation(summary = "Makes the draft of the next edition, with copies of all tasks")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    @PostMapping("/{id}/editions")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<Entry<Instrument>>> renew(Caller caller, @PathVariable UUID id, @Valid @RequestBody Edition it) {
        return instruments.renew(caller, id, it.year())
                .map(entry -> Answers.created(PATH + "/" + entry.id(), entry, entry.version()));
    }
}
