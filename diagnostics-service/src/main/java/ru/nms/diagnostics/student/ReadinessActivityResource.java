package ru.nms.diagnostics.student;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// What organisations do to be ready for independent assessment.
@RestController
@RequestMapping(ReadinessActivityResource.PATH)
@AllowEntries(keep = {Role.ASSESSOR, Role.COORDINATOR})
class ReadinessActivityResource extends RegisterResource<ReadinessActivity> {

    static final String PATH = "/api/diagnostics/v1/readiness-activities";

    ReadinessActivityResource(Register<ReadinessActivity> readinessActivities, Registers registers) {
        super(PATH, readinessActivities, registers);
    }
}
