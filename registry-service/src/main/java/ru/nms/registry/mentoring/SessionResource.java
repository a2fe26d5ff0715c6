package ru.nms.registry.mentoring;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Also the people who take part say what happened.
@RestController
@RequestMapping(SessionResource.PATH)
@AllowEntries(keep = {Role.TEACHER, Role.METHODIST, Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION},
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class SessionResource extends RegisterResource<Session> {

    static final String PATH = "/api/registry/v1/mentorship-sessions";

    SessionResource(Register<Session> register, Registers registers) {
        super(PATH, register, registers);
    }
}
