package ru.nms.registry.body;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Opinions of bodies on programmes, practices and other things.
@RestController
@RequestMapping(ExpertiseResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR})
class ExpertiseResource extends RegisterResource<Expertise> {

    static final String PATH = "/api/registry/v1/expertises";

    ExpertiseResource(Register<Expertise> register, Registers registers) {
        super(PATH, register, registers);
    }
}
