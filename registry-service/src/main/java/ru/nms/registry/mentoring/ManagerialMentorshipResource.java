package ru.nms.registry.mentoring;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;
import ru.nms.registry.figure.Share;

/// Mentoring between management teams of schools.
@RestController
@RequestMapping(ManagerialMentorshipResource.PATH)
@AllowEntries(keep = Role.COORDINATOR,
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class ManagerialMentorshipResource extends RegisterResource<ManagerialMentorship> {

    static final String PATH = "/api/registry/v1/managerial-mentorships";

    private final MentoringStore store;

    ManagerialMentorshipResource(Register<ManagerialMentorship> register, Registers registers, MentoringStore store) {
        super(PATH, register, registers);
        this.store = store;
    }

    /// Of the region's schools, those whose team mentors or is mentored on the day.
    @Allow(anyoneSignedIn = true)
    @GetMapping("/share")
    Mono<Share> share(@RequestParam(required = false) @Nullable LocalDate on) {
        return store.managed(on);
    }
}
