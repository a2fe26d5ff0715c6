package ru.nms.registry.training;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Courses of the federal academy, with the region's quotas.
@RestController
@RequestMapping(AcademyCourseResource.PATH)
@AllowEntries(keep = Role.COORDINATOR,
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class AcademyCourseResource extends RegisterResource<AcademyCourse> {

    static final String PATH = "/api/registry/v1/academy-courses";

    AcademyCourseResource(Register<AcademyCourse> register, Registers registers) {
        super(PATH, register, registers);
    }
}
