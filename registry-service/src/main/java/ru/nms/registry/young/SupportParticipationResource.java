package ru.nms.registry.young;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Young teachers in forms of support.
@RestController
@RequestMapping(SupportParticipationResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION},
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class SupportParticipationResource extends RegisterResource<SupportParticipation> {

    static final String PATH = "/api/registry/v1/support-participations";

    SupportParticipationResource(Register<SupportParticipation> register, Registers registers) {
        super(PATH, register, registers);
    }
}
