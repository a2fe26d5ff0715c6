package ru.nms.registry.community;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Programmes by which associations are supported.
@RestController
@RequestMapping(CommunitySupportResource.PATH)
@AllowEntries(keep = Role.COORDINATOR,
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class CommunitySupportResource extends RegisterResource<CommunitySupport> {

    static final String PATH = "/api/registry/v1/community-support-programmes";

    CommunitySupportResource(Register<CommunitySupport> register, Registers registers) {
        super(PATH, register, registers);
    }
}
