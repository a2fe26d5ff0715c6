package ru.nms.registry.mentoring;

import java.util.UUID;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.Answers;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Mentoring pairs and groups, from request to result.
@RestController
@RequestMapping(MentorshipResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION},
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class MentorshipResource extends RegisterResource<Mentorship> {

    static final String PATH = "/api/registry/v1/mentorships";

    private final MentorshipService mentorships;

    MentorshipResource(Register<Mentorship> register, Registers registers, MentorshipService mentorships) {
        super(PATH, register, registers);
        this.mentorships = mentorships;
    }

    /// Asks for a mentorship; what goes against the usual is flagged.
    @Allow({Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION})
    @Override
    public Mono<ResponseEntity<Entry<Mentorship>>> add(Caller caller, @Valid @RequestBody Mentorship asked) {
        return mentorships.request(caller, asked)
                .map(entry -> Answers.created(PATH + "/" + entry.id(), entry, entry.version()));
    }

    /// The mentor accepts the request.
    @Allow({Role.TEACHER, Role.METHODIST, Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION})
    @PostMapping("/{id}/acceptance")
    Mono<ResponseEntity<Entry<Mentorship>>> accept(Caller caller, @PathVariable UUID id, IfMatch match,
                                                   @Valid @RequestBody Mentorship.Move move) {
        return act(caller, id, match, present -> present.take("acceptance", move));
    }

    /// The mentor declines the request.
    @Allow({Role.TEACHER, Role.METHODIST, Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION})
    @PostMapping("/{id}/refusal")
    Mono<ResponseEntity<Entry<Mentorship>>> decline(Caller caller, @PathVariable UUID id, IfMatch match,
                                                    @Valid @RequestBody Mentorship.Move move) {
        return act(caller, id, match, present -> present.take("refusal", move));
    }

    /// Ends it with what it led to; `note` says what.
    @Allow({Role.TEACHER, Role.METHODIST, Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION})
    @PostMapping("/{id}/result")
    Mono<ResponseEntity<Entry<Mentorship>>> complete(Caller caller, @PathVariable UUID id, IfMatch match,
                                                     @Valid @RequestBody Mentorship.Move move) {
        return act(caller, id, match, present -> present.take("result", move));
    }

    /// Ends the mentorship without a result.
    @Allow({Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION})
    @PostMapping("/{id}/cancellation")
    Mono<ResponseEntity<Entry<Mentorship>>> cancel(Caller caller, @PathVariable UUID id, IfMatch match,
                                                   @Valid @RequestBody Mentorship.Move move) {
        return act(caller, id, match, present -> present.take("cancellation", move));
    }
}
