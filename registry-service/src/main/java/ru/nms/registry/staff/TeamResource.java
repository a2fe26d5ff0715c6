package ru.nms.registry.staff;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// A team whose members change stays the same one; a team that is dissolved gets `until`.
@RestController
@RequestMapping(TeamResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.ORGANISATION},
        read = {Role.TEACHER, Role.ORGANISATION, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class TeamResource extends RegisterResource<Team> {

    static final String PATH = "/api/registry/v1/management-teams";

    TeamResource(Register<Team> register, Registers registers) {
        super(PATH, register, registers);
    }
}
