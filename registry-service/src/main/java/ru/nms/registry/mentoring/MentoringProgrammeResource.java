package ru.nms.registry.mentoring;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Programmes of mentoring of organisations, communities and associations.
@RestController
@RequestMapping(MentoringProgrammeResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.ORGANISATION},
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class MentoringProgrammeResource extends RegisterResource<MentoringProgramme> {

    static final String PATH = "/api/registry/v1/mentoring-programmes";

    MentoringProgrammeResource(Register<MentoringProgramme> register, Registers registers) {
        super(PATH, register, registers);
    }
}
