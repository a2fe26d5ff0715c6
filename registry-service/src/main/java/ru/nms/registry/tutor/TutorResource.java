package ru.nms.registry.tutor;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Tutors.
@RestController
@RequestMapping(TutorResource.PATH)
@AllowEntries(keep = Role.COORDINATOR,
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class TutorResource extends RegisterResource<Tutor> {

    static final String PATH = "/api/registry/v1/tutors";

    TutorResource(Register<Tutor> register, Registers registers) {
        super(PATH, register, registers);
    }
}
