package ru.nms.registry.body;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// What is established of providers of training: which requirements they fulfil, and since when.
@RestController
@RequestMapping(ProviderMarkResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.MINISTRY})
class ProviderMarkResource extends RegisterResource<ProviderMark> {

    static final String PATH = "/api/registry/v1/provider-marks";

    ProviderMarkResource(Register<ProviderMark> register, Registers registers) {
        super(PATH, register, registers);
    }
}
