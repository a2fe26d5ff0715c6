package ru.nms.registry.methodist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.imports.ImportKind.Verdict;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;
import ru.nms.registry.methodist.MethodistRules.Overload;
import ru.nms.registry.person.PersonService;

/// Giving teachers a methodist.
@Service
class AssignmentService {

    private final AssignmentStore store;
    private final MethodistStore methodists;
    private final PersonService people;
    private final MethodistRules rules;
    private final MethodistSettings settings;
    private final RegionCalendar calendar;
    private final Clock clock;
    private final Outbox outbox;
    private final Tx tx;

    AssignmentService(AssignmentStore store, MethodistStore methodists, PersonService people, RegionProfile profile,
                      MethodistSettings settings, RegionCalendar calendar, Clock clock, Outbox outbox, Tx tx) {
        this.store = store;
        this.methodists = methodists;
        this.people = people;
        this.rules = new MethodistRules(profile);
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
        this.outbox = outbox;
        this.tx = tx;
    }

    /// @param warning one teacher too many, where the installation lets that pass
    record Assigned(@JsonUnwrapped Assignment assignment,
                    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Overload warning) {}

    Mono<Assigned> assign(Caller caller, Assignment.Draft draft) {
        return tx.run(facts(caller, draft)
                .flatMap(methodist -> Mono.fromSupplier(() -> Assignment.make(Ids.next(), draft, clock.instant()))
                        .delayUntil(this::refuseTwin)
                        .flatMap(made -> overload(methodist, made).map(overload -> new Assigned(made, overload.orElse(null))))
                        .delayUntil(made -> write(methodist, List.of(made.assignment())))));
    }

    private Mono<Void> refuseTwin(Assignment made) {
        return store.twin(made).flatMap(twin -> Mono.error(
                Refusal.conflict("assignment-exists").with("existing", twin)));
    }

    private Mono<Methodist> facts(Caller caller, Assignment.Draft draft) {
        return methodists.lock(draft.methodistId()).then(Mono.zip(
                methodist(caller, draft.methodistId()).singleOptional(), people.knows(caller, draft.personId())))
                .map(found -> {
                    AssignmentRules.making(draft, found.getT1().orElse(null), found.getT2()).refuse();
                    return found.getT1().orElseThrow();
                })
                .doOnNext(methodist -> MethodistAccess.mayKeep(caller, methodist.draft()));
    }

    private Mono<Methodist> methodist(Caller caller, UUID id) {
        return methodists.find(id, MethodistAccess.methodists(caller), calendar.today())
                .map(MethodistStore.Loaded::methodist);
    }

    /// One teacher too many is refused, or told, as the region wants it.
    private Mono<Optional<Overload>> overload(Methodist methodist, Assignment during) {
        return store.accompanied(during)
                .map(accompanied -> rules.overload(methodist, accompanied))
                .doOnNext(overload -> overload.ifPresent(it -> {
                    if (settings.overload() == MethodistSettings.Overload.REFUSE) {
                        throw it.refusal();
                    }
                }));
    }

    /// Changes the dates; ending it is the usual case. Whatever adds days to it counts against the limit again.
    Mono<Assigned> change(Caller caller, UUID id, IfMatch match, Assignment.Draft draft) {
        return tx.run(find(caller, id)
                .doOnNext(present -> match.requires(present.version()))
                .delayUntil(present -> methodists.lock(present.methodistId()))
                .flatMap(present -> methodist(caller, present.methodistId())
                        .switchIfEmpty(Mono.error(() -> Refusal.notFound("assignment")))
                        .doOnNext(methodist -> MethodistAccess.mayKeep(caller, methodist.draft()))
                        .doOnNext(methodist -> AssignmentRules.change(present, draft, methodist).refuse())
                        .flatMap(methodist -> change(methodist, present, draft))));
    }

    private Mono<Assigned> change(Methodist methodist, Assignment present, Assignment.Draft draft) {
        var next = present.become(draft, clock.instant());
        if (next == present) {
            return Mono.just(new Assigned(present, null));
        }
        var overload = present.holdsMore(draft) ? overload(methodist, next) : Mono.just(Optional.<Overload>empty());
        return (next.until() == null ? refuseTwin(next) : Mono.empty()).then(overload)
                .map(warning -> new Assigned(next, warning.orElse(null)))
                .delayUntil(changed -> write(methodist, List.of(next)));
    }

    /// What became of a row of a file.
    record Taken(Verdict verdict, List<Fault> faults) {}

    /// A row of a file, in the transaction of its batch. Where the region refuses one teacher too many, so does a row.
    Mono<Taken> takeOver(Assignment.Draft row) {
        return methodists.lock(row.methodistId())
                .then(Mono.zip(methodists.all(List.of(row.methodistId())).single(), store.meant(row).singleOptional()))
                .flatMap(found -> takeOver(row, found.getT1(), found.getT2().orElse(null)));
    }

    private Mono<Taken> takeOver(Assignment.Draft row, Methodist methodist, @Nullable Assignment present) {
        var draft = present == null ? row : present.with(row);
        var faults = (present == null ? AssignmentRules.making(draft, methodist, true)
                : AssignmentRules.change(present, draft, methodist)).found();
        var next = present == null ? Assignment.make(Ids.next(), draft, clock.instant()) : present.become(draft, clock.instant());
        if (!faults.isEmpty() || next == present) {
            return Mono.just(new Taken(faults.isEmpty() ? Verdict.UNCHANGED : Verdict.REFUSED, faults));
        }
        boolean counts = present == null || present.holdsMore(draft);
        return store.accompanied(next)
                .map(accompanied -> counts && settings.overload() == MethodistSettings.Overload.REFUSE
                        ? rules.overload(methodist, accompanied) : Optional.<Overload>empty())
                .flatMap(full -> full.isPresent()
                        ? Mono.just(new Taken(Verdict.REFUSED, List.of(Fault.at("/methodist", "methodist-full", full.get().limit()))))
                        : write(methodist, List.of(next)).thenReturn(new Taken(present == null ? Verdict.CREATED : Verdict.CHANGED, List.of())));
    }

    Mono<Assignment> find(Caller caller, UUID id) {
        return store.find(id, MethodistAccess.assignments(caller))
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("assignment")));
    }

    /// Ends what lasts beyond the day a methodist leaves. In the caller's transaction.
    Mono<Void> end(Methodist methodist, LocalDate day) {
        return store.beyond(methodist.id(), day)
                .map(assignment -> assignment.endedOn(day, clock.instant()))
                .collectList()
                .flatMap(ended -> ended.isEmpty() ? Mono.empty() : write(methodist, ended));
    }

    private Mono<Void> write(Methodist methodist, List<Assignment> assignments) {
        return store.save(assignments).then(outbox.addAll(AssignmentChanged.TOPIC,
                assignments.stream().map(it -> event(methodist, it)).toList()));
    }

    /// In the caller's transaction.
    Mono<Void> sayAgain(List<UUID> ids) {
        return store.all(ids).collectList().flatMap(assignments ->
                methodists.all(assignments.stream().map(Assignment::methodistId).distinct().toList())
                        .collectMap(Methodist::id)
                        .flatMap(byId -> outbox.addAll(AssignmentChanged.TOPIC, assignments.stream()
                                .map(it -> event(Objects.requireNonNull(byId.get(it.methodistId())), it)).toList())));
    }

    private static Function<Stamp, AssignmentChanged> event(Methodist methodist, Assignment it) {
        return stamp -> new AssignmentChanged(stamp.eventId(), it.id(), stamp.epoch(), it.version(), stamp.occurredAt(),
                it.methodistId(), methodist.personId(), it.personId(), it.since(), it.until());
    }
}
