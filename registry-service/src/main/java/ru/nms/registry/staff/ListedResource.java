package ru.nms.registry.staff;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Removing is for what was entered in error; who leaves a list gets `until`.
@RestController
@RequestMapping(ListedResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.MUNICIPALITY},
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class ListedResource extends RegisterResource<Listed> {

    static final String PATH = "/api/registry/v1/staff-list-entries";

    ListedResource(Register<Listed> register, Registers registers) {
        super(PATH, register, registers);
    }
}
