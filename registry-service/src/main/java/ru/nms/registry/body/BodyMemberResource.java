package ru.nms.registry.body;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Members of councils and other bodies.
@RestController
@RequestMapping(BodyMemberResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR}, read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY})
class BodyMemberResource extends RegisterResource<BodyMember> {

    static final String PATH = "/api/registry/v1/body-members";

    BodyMemberResource(Register<BodyMember> register, Registers registers) {
        super(PATH, register, registers);
    }
}
