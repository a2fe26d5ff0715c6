package ru.nms.registry.mentoring;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// What programmes of mentoring led to.
@RestController
@RequestMapping(ProgrammeResultResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION},
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class ProgrammeResultResource extends RegisterResource<ProgrammeResult> {

    static final String PATH = "/api/registry/v1/mentoring-programme-results";

    ProgrammeResultResource(Register<ProgrammeResult> register, Registers registers) {
        super(PATH, register, registers);
    }
}
