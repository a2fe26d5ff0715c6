package ru.nms.diagnostics.instrument;

import java.util.UUID;

import jakarta.validation.Valid;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.scoring.Key;
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

/// Tasks of an instrument, and their keys.
@RestController
@RequestMapping(TaskResource.PATH)
@AllowEntries(keep = {Role.ASSESSOR, Role.COORDINATOR}, read = {Role.ASSESSOR, Role.COORDINATOR})
class TaskResource extends RegisterResource<Task> {

    static final String PATH = "/api/diagnostics/v1/tasks";

    private final InstrumentService instruments;

    TaskResource(Register<Task> tasks, Registers registers, InstrumentService instruments) {
        super(PATH, tasks, registers);
        this.instruments = instruments;
    }

    @Override
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    public Mono<Void> remove(Caller caller, UUID id, IfMatch match) {
        return instruments.removeTask(caller, id, match);
    }

    @Operation(summary = "Writes the key of a task of a draft; the answer does not repeat it")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    @PutMapping("/{id}/key")
    Mono<ResponseEntity<Entry<Task>>> writeKey(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Key key) {
        return instruments.writeKey(caller, id, match, key).map(entry -> Answers.ok(entry, entry.version()));
    }

    @Operation(summary = "The key of a task, unless a campaign with any edition of the instrument is planned or runs")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    @GetMapping("/{id}/key")
    Mono<ResponseEntity<Key>> readKey(Caller caller, @PathVariable UUID id) {
        return instruments.readKey(caller, id).map(key -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(key));
    }
}
