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

/// Competences of a version of a framework, one below the other.
@RestController
@RequestMapping(CompetenceResource.PATH)
@AllowEntries(keep = {Role.ASSESSOR, Role.COORDINATOR})
class CompetenceResource extends RegisterResource<Competence> {

    static final String PATH = "/api/diagnostics/v1/competences";

    private final FrameworkService frameworks;

    CompetenceResource(Register<Competence> competences, Registers registers, FrameworkService frameworks) {
        super(PATH, competences, registers);
        this.frameworks = frameworks;
    }

    @Override
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    public Mono<Void> remove(Caller caller, UUID id, IfMatch match) {
        return frameworks.removeCompetence(caller, id, match);
    }
}
