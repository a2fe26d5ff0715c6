package ru.nms.registry.methodist;

import java.time.LocalDate;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;
import ru.nms.platform.tx.Tx;
import ru.nms.registry.keeping.Step;

/// The way from an application to work as a regional methodist, and to its end.
@Service
class CandidateService {

    private final Register<Candidate> register;
    private final Registers registers;
    private final CandidateStore store;
    private final MethodistService methodists;
    private final RegionProfile profile;
    private final RegionCalendar calendar;
    private final Tx tx;

    CandidateService(Register<Candidate> register, Registers registers, CandidateStore store, MethodistService methodists,
                     RegionProfile profile, RegionCalendar calendar, Tx tx) {
        this.register = register;
        this.registers = registers;
        this.store = store;
        this.methodists = methodists;
        this.profile = profile;
        this.calendar = calendar;
        this.tx = tx;
    }

    Mono<CandidateCheck> check(Candidate candidate) {
        return check(candidate, calendar.today());
    }

    private Mono<CandidateCheck> check(Candidate candidate, LocalDate day) {
        return store.facts(candidate.personId())
                .map(facts -> CandidateCheck.of(profile, facts, candidate.proofs(), day));
    }

    private Mono<Entry<Candidate>> take(Caller caller, UUID id, IfMatch match, String action, Step.Draft step) {
        return registers.change(register, caller, id, match, present -> present.take(action, step));
    }

    /// Nobody is approved whom the region's rules do not allow.
    Mono<Entry<Candidate>> approve(Caller caller, UUID id, IfMatch match, Step.Draft step) {
        return tx.run(take(caller, id, match, "approval", step)
                .delayUntil(approved -> check(approved.content(), step.on()).doOnNext(check -> {
                    if (!check.qualified()) {
                        throw Refusal.conflict("candidate-not-qualified").with("unmet", check.unmet());
                    }
                })));
    }

    /// Begins the work: from that day on there is a regional methodist.
    Mono<Entry<Candidate>> activate(Caller caller, UUID id, IfMatch match, Step.Draft step) {
        return tx.run(registers.find(register, caller, id)
                .doOnNext(present -> match.requires(present.version()))
                .map(present -> present.content().take("activation", step))
                .flatMap(next -> methodists.appoint(caller, new Methodist.Draft(next.personId(), Methodist.Kind.REGIONAL, null,
                                next.engagement(), step.on(), null))
                        .flatMap(appointed -> registers.change(register, caller, id, match,
                                present -> next.as(appointed.methodist().id())))));
    }

    /// Ends the work, and with it the assignments.
    Mono<Entry<Candidate>> leave(Caller caller, UUID id, IfMatch match, Step.Draft step) {
        return tx.run(take(caller, id, match, "departure", step)
                .delayUntil(left -> left.content().methodistId() == null ? Mono.empty()
                        : dismiss(caller, left.content().methodistId(), step.on())));
    }

    private Mono<MethodistStore.Loaded> dismiss(Caller caller, UUID methodist, LocalDate day) {
        return methodists.find(caller, methodist).map(MethodistStore.Loaded::methodist)
                .flatMap(it -> it.until() != null ? Mono.empty()
                        : methodists.change(caller, methodist, IfMatch.of(it.version()), new Methodist.Draft(it.personId(),
                                it.kind(), it.municipalityId(), it.engagement(), it.since(), day)));
    }
}
