package ru.nms.registry.body;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Councils, associations and other bodies.
@RestController
@RequestMapping(BodyResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR})
class BodyResource extends RegisterResource<Body> {

    static final String PATH = "/api/registry/v1/bodies";

    BodyResource(Register<Body> register, Registers registers) {
        super(PATH, register, registers);
    }
}
