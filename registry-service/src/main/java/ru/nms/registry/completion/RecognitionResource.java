package ru.nms.registry.completion;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// What people learnt outside programmes, and who formally recognised it.
@RestController
@RequestMapping(RecognitionResource.PATH)
@AllowEntries(keep = {Role.PROVIDER, Role.COORDINATOR}, read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY})
class RecognitionResource extends RegisterResource<Recognition> {

    static final String PATH = "/api/registry/v1/recognitions";

    RecognitionResource(Register<Recognition> register, Registers registers) {
        super(PATH, register, registers);
    }
}
