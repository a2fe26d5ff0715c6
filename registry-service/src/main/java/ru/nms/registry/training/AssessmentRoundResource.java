package ru.nms.registry.training;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Rounds in which methodical competences are assessed.
@RestController
@RequestMapping(AssessmentRoundResource.PATH)
@AllowEntries(keep = Role.COORDINATOR,
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class AssessmentRoundResource extends RegisterResource<AssessmentRound> {

    static final String PATH = "/api/registry/v1/assessment-rounds";

    AssessmentRoundResource(Register<AssessmentRound> register, Registers registers) {
        super(PATH, register, registers);
    }
}
