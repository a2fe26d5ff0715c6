package ru.nms.registry.community;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Professional communities.
@RestController
@RequestMapping(CommunityResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION})
class CommunityResource extends RegisterResource<Community> {

    static final String PATH = "/api/registry/v1/communities";

    CommunityResource(Register<Community> communities, Registers registers) {
        super(PATH, communities, registers);
    }
}
