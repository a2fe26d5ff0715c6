package ru.nms.registry.training;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Who goes to which course of the academy.
@RestController
@RequestMapping(CourseEnrolmentResource.PATH)
@AllowEntries(keep = Role.COORDINATOR,
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class CourseEnrolmentResource extends RegisterResource<CourseEnrolment> {

    static final String PATH = "/api/registry/v1/course-enrolments";

    CourseEnrolmentResource(Register<CourseEnrolment> register, Registers registers) {
        super(PATH, register, registers);
    }
}
