package ru.nms.registry.methodist;

import java.util.UUID;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

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
import ru.nms.registry.keeping.Step;

/// Candidates for methodists: every step with its day and act.
@RestController
@RequestMapping(CandidateResource.PATH)
@AllowEntries(keep = Role.COORDINATOR, read = {Role.TEACHER, Role.METHODIST, Role.COORDINATOR, Role.MINISTRY})
class CandidateResource extends RegisterResource<Candidate> {

    static final String PATH = "/api/registry/v1/methodist-candidates";

    private final CandidateService candidates;

    CandidateResource(Register<Candidate> register, Registers registers, CandidateService candidates) {
        super(PATH, register, registers);
        this.candidates = candidates;
    }

    /// Every rule of the region, and whether the candidate meets it today.
    @Allow({Role.TEACHER, Role.METHODIST, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/{id}/check")
    Mono<CandidateCheck> check(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        return registers.one(register, caller, id, exchange).flatMap(found -> candidates.check(found.content()));
    }

    /// Records the assessment of the candidate.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/assessment")
    Mono<ResponseEntity<Entry<Candidate>>> assess(Caller caller, @PathVariable UUID id, IfMatch match,
                                                  @Valid @RequestBody Step.Draft step) {
        return act(caller, id, match, present -> present.take("assessment", step));
    }

    /// Records the training of the candidate.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/training")
    Mono<ResponseEntity<Entry<Candidate>>> train(Caller caller, @PathVariable UUID id, IfMatch match,
                                                 @Valid @RequestBody Step.Draft step) {
        return act(caller, id, match, present -> present.take("training", step));
    }

    /// Approves the candidate by an act.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/approval")
    Mono<ResponseEntity<Entry<Candidate>>> approve(Caller caller, @PathVariable UUID id, IfMatch match,
                                                   @Valid @RequestBody Step.Draft step) {
        return candidates.approve(caller, id, match, step).map(CandidateResource::shown);
    }

    /// Makes the approved candidate a methodist.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/activation")
    Mono<ResponseEntity<Entry<Candidate>>> activate(Caller caller, @PathVariable UUID id, IfMatch match,
                                                    @Valid @RequestBody Step.Draft step) {
        return candidates.activate(caller, id, match, step).map(CandidateResource::shown);
    }

    /// Records that the candidate left.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/departure")
    Mono<ResponseEntity<Entry<Candidate>>> leave(Caller caller, @PathVariable UUID id, IfMatch match,
                                                 @Valid @RequestBody Step.Draft step) {
        return candidates.leave(caller, id, match, step).map(CandidateResource::shown);
    }

    private static ResponseEntity<Entry<Candidate>> shown(Entry<Candidate> entry) {
        return Answers.ok(entry, entry.version());
    }
}
