package ru.nms.registry.programme;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Money for programmes.
@RestController
@RequestMapping(FinanceResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR}, read = {Role.PROVIDER, Role.COORDINATOR, Role.MINISTRY})
class FinanceResource extends RegisterResource<Finance> {

    static final String PATH = "/api/registry/v1/programme-finances";

    FinanceResource(Register<Finance> register, Registers registers) {
        super(PATH, register, registers);
    }
}
