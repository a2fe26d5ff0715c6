package ru.nms.registry.young;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// The region's models of supporting young teachers.
@RestController
@RequestMapping(YoungModelResource.PATH)
@AllowEntries(keep = Role.COORDINATOR,
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class YoungModelResource extends RegisterResource<YoungModel> {

    static final String PATH = "/api/registry/v1/young-teacher-models";

    YoungModelResource(Register<YoungModel> register, Registers registers) {
        super(PATH, register, registers);
    }
}
