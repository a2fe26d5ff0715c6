package ru.nms.registry.completion;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Completed programmes of training.
@RestController
@RequestMapping(CompletionResource.PATH)
@LearntFrom({ResultChanged.class, DeficitChanged.class})
@AllowEntries(keep = {Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION, Role.PROVIDER}, read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.PROVIDER, Role.COORDINATOR, Role.MINISTRY})
class CompletionResource extends RegisterResource<Completion> {

    static final String PATH = "/api/registry/v1/completions";

    CompletionResource(Register<Completion> register, Registers registers) {
        super(PATH, register, registers);
    }
}
