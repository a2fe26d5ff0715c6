package ru.nms.diagnostics.provider;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Under which codes providers know people.
@RestController
@RequestMapping(PersonCodeResource.PATH)
@AllowEntries(keep = {Role.ASSESSOR, Role.COORDINATOR}, read = {Role.ASSESSOR, Role.COORDINATOR})
class PersonCodeResource extends RegisterResource<PersonCode> {

    static final String PATH = "/api/diagnostics/v1/provider-person-codes";

    PersonCodeResource(Register<PersonCode> providerPersonCodes, Registers registers) {
        super(PATH, providerPersonCodes, registers);
    }
}
