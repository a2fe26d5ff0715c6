package ru.nms.registry.rma;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Roadmaps of the methodical body.
@RestController
@RequestMapping(RmaRoadmapResource.PATH)
@AllowEntries(keep = Role.COORDINATOR,
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class RmaRoadmapResource extends RegisterResource<RmaRoadmap> {

    static final String PATH = "/api/registry/v1/rma-roadmaps";

    RmaRoadmapResource(Register<RmaRoadmap> register, Registers registers) {
        super(PATH, register, registers);
    }
}
