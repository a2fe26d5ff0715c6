package ru.nms.registry.young;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Support of graduates on their way into a post.
@RestController
@RequestMapping(GraduateSupportResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.ORGANISATION},
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class GraduateSupportResource extends RegisterResource<GraduateSupport> {

    static final String PATH = "/api/registry/v1/graduate-support";

    GraduateSupportResource(Register<GraduateSupport> register, Registers registers) {
        super(PATH, register, registers);
    }
}
