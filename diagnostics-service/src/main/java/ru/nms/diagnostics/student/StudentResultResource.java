package ru.nms.diagnostics.student;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Results of students: a source of teachers' deficits.
@RestController
@RequestMapping(StudentResultResource.PATH)
@AllowEntries(keep = {Role.ASSESSOR, Role.COORDINATOR}, read = {Role.TEACHER, Role.ORGANISATION, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class StudentResultResource extends RegisterResource<StudentResult> {

    static final String PATH = "/api/diagnostics/v1/student-results";

    StudentResultResource(Register<StudentResult> studentResults, Registers registers) {
        super(PATH, studentResults, registers);
    }
}
