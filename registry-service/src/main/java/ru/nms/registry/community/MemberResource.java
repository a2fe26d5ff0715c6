package ru.nms.registry.community;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Members of communities.
@RestController
@RequestMapping(MemberResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION},
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class MemberResource extends RegisterResource<Member> {

    static final String PATH = "/api/registry/v1/community-members";

    MemberResource(Register<Member> communityMembers, Registers registers) {
        super(PATH, communityMembers, registers);
    }
}
