package ru.nms.registry.material;

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

/// Projects in which something new is developed and tried.
@RestController
@RequestMapping(ProjectResource.PATH)
@AllowEntries(keep = Role.COORDINATOR, read = {Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.PROVIDER,
        Role.COORDINATOR, Role.MINISTRY})
class ProjectResource extends RegisterResource<Project> {

    static final String PATH = "/api/registry/v1/projects";

    record Step(@NotNull LocalDate on) {}

    ProjectResource(Register<Project> register, Registers registers) {
        super(PATH, register, registers);
    }

    /// The project goes from development to its trial.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/trial")
    Mono<ResponseEntity<Entry<Project>>> attempt(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Step it) {
        return act(caller, id, match, project -> project.after("trial", it.on()));
    }

    /// What was tried is adopted.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/adoption")
    Mono<ResponseEntity<Entry<Project>>> adopt(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Step it) {
        return act(caller, id, match, project -> project.after("adoption", it.on()));
    }

    /// Stops the project before it is adopted.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/stop")
    Mono<ResponseEntity<Entry<Project>>> stop(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Step it) {
        return act(caller, id, match, project -> project.after("stop", it.on()));
    }
}
