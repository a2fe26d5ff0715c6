package ru.nms.diagnostics.framework;

import java.util.UUID;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Scales of a framework: from which share of points a competence is mastered.
@RestController
@RequestMapping(ScaleResource.PATH)
@AllowEntries(keep = {Role.ASSESSOR, Role.COORDINATOR})
class ScaleResource extends RegisterResource<Scale> {

    static final String PATH = "/api/diagnostics/v1/scales";

    private final FrameworkService frameworks;

    ScaleResource(Register<Scale> scales, Registers registers, FrameworkService frameworks) {
        super(PATH, scales, registers);
        this.frameworks = frameworks;
    }

    @Override
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    public Mono<Void> remove(Caller caller, UUID id, IfMatch match) {
        return frameworks.removeScale(caller, id, match);
    }
}
