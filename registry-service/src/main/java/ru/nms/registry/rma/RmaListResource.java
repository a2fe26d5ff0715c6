package ru.nms.registry.rma;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Who belongs to the regional methodists' body; a list holds once an act approves it.
@RestController
@RequestMapping(RmaListResource.PATH)
@AllowEntries(keep = Role.COORDINATOR,
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class RmaListResource extends RegisterResource<RmaList> {

    static final String PATH = "/api/registry/v1/rma-lists";

    RmaListResource(Register<RmaList> register, Registers registers) {
        super(PATH, register, registers);
    }
}
