package ru.nms.registry.completion;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Attestations of teachers: the category, and from when.
@RestController
@RequestMapping(AttestationResource.PATH)
@AllowEntries(keep = {Role.ORGANISATION, Role.MUNICIPALITY, Role.COORDINATOR}, read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY})
class AttestationResource extends RegisterResource<Attestation> {

    static final String PATH = "/api/registry/v1/attestations";

    AttestationResource(Register<Attestation> register, Registers registers) {
        super(PATH, register, registers);
    }
}
