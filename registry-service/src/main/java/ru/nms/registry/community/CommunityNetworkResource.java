package ru.nms.registry.community;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Networks that join communities.
@RestController
@RequestMapping(CommunityNetworkResource.PATH)
@AllowEntries(keep = Role.COORDINATOR,
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class CommunityNetworkResource extends RegisterResource<CommunityNetwork> {

    static final String PATH = "/api/registry/v1/community-networks";

    CommunityNetworkResource(Register<CommunityNetwork> register, Registers registers) {
        super(PATH, register, registers);
    }
}
