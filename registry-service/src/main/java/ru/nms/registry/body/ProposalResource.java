package ru.nms.registry.body;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Proposals that bodies make.
@RestController
@RequestMapping(ProposalResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.MINISTRY}, read = {Role.COORDINATOR, Role.MINISTRY})
class ProposalResource extends RegisterResource<Proposal> {

    static final String PATH = "/api/registry/v1/body-proposals";

    ProposalResource(Register<Proposal> register, Registers registers) {
        super(PATH, register, registers);
    }
}
