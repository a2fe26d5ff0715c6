package ru.nms.diagnostics.framework;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// What a competence is in another version: replaced by it, or the same.
@RestController
@RequestMapping(CompetenceLinkResource.PATH)
@AllowEntries(keep = {Role.ASSESSOR, Role.COORDINATOR})
class CompetenceLinkResource extends RegisterResource<CompetenceLink> {

    static final String PATH = "/api/diagnostics/v1/competence-links";

    CompetenceLinkResource(Register<CompetenceLink> links, Registers registers) {
        super(PATH, links, registers);
    }
}
