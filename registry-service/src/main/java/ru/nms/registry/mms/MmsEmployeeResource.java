package ru.nms.registry.mms;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// People who work in municipal method services.
@RestController
@RequestMapping(MmsEmployeeResource.PATH)
@AllowEntries(keep = Role.COORDINATOR,
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class MmsEmployeeResource extends RegisterResource<MmsEmployee> {

    static final String PATH = "/api/registry/v1/mms-staff";

    MmsEmployeeResource(Register<MmsEmployee> register, Registers registers) {
        super(PATH, register, registers);
    }
}
