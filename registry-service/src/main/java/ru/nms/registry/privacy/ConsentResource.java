package ru.nms.registry.privacy;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// A consent that is withdrawn gets `withdrawnOn`; people give and withdraw their own.
@RestController
@RequestMapping(ConsentResource.PATH)
@AllowEntries(keep = {Role.TEACHER, Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION},
        read = {Role.TEACHER, Role.ORGANISATION, Role.MUNICIPALITY, Role.COORDINATOR})
class ConsentResource extends RegisterResource<Consent> {

    static final String PATH = "/api/registry/v1/consents";

    ConsentResource(Register<Consent> register, Registers registers) {
        super(PATH, register, registers);
    }
}
