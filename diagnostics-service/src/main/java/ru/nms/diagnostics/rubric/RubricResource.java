package ru.nms.diagnostics.rubric;

import java.util.UUID;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
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

/// Rubrics by which people assess themselves and others.
@RestController
@RequestMapping(RubricResource.PATH)
@AllowEntries(keep = {Role.ASSESSOR, Role.COORDINATOR})
class RubricResource extends RegisterResource<Rubric> {

    static final String PATH = "/api/diagnostics/v1/rubrics";

    RubricResource(Register<Rubric> rubrics, Registers registers) {
        super(PATH, rubrics, registers);
    }

    @Operation(summary = "Puts a rubric in force: from then on it stays as it is")
    @PostMapping("/{id}/adoption")
    @Allow(Role.COORDINATOR)
    Mono<ResponseEntity<Entry<Rubric>>> adopt(Caller caller, @PathVariable UUID id, IfMatch match) {
        return act(caller, id, match, rubric -> rubric.after("adoption"));
    }

    @Operation(summary = "Takes a rubric out of use; what was assessed by it stays")
    @PostMapping("/{id}/withdrawal")
    @Allow(Role.COORDINATOR)
    Mono<ResponseEntity<Entry<Rubric>>> withdraw(Caller caller, @PathVariable UUID id, IfMatch match) {
        return act(caller, id, match, rubric -> rubric.after("withdrawal"));
    }
}
