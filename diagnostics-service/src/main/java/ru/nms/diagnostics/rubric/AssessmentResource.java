package ru.nms.diagnostics.rubric;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Assessments by oneself, peers and employers; kept apart from measured results.
@RestController
@RequestMapping(AssessmentResource.PATH)
@AllowEntries(keep = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST},
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.COORDINATOR})
class AssessmentResource extends RegisterResource<Assessment> {

    static final String PATH = "/api/diagnostics/v1/rubric-assessments";

    AssessmentResource(Register<Assessment> rubricAssessments, Registers registers) {
        super(PATH, rubricAssessments, registers);
    }
}
