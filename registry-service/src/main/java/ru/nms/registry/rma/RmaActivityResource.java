package ru.nms.registry.rma;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// What the region's methodical body does.
@RestController
@RequestMapping(RmaActivityResource.PATH)
@AllowEntries(keep = Role.COORDINATOR,
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class RmaActivityResource extends RegisterResource<RmaActivity> {

    static final String PATH = "/api/registry/v1/rma-activities";

    RmaActivityResource(Register<RmaActivity> register, Registers registers) {
        super(PATH, register, registers);
    }
}
