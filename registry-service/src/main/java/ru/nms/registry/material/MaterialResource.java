package ru.nms.registry.material;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Methodical materials and publications.
@RestController
@RequestMapping(MaterialResource.PATH)
@AllowEntries(keep = {Role.ORGANISATION, Role.PROVIDER, Role.COORDINATOR})
class MaterialResource extends RegisterResource<Material> {

    static final String PATH = "/api/registry/v1/materials";

    MaterialResource(Register<Material> register, Registers registers) {
        super(PATH, register, registers);
    }
}
