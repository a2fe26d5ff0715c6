package ru.nms.registry.methodist;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.MethodistChanged;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;
import ru.nms.registry.methodist.MethodistStore.Loaded;
import ru.nms.registry.municipality.Municipality;
import ru.nms.registry.municipality.MunicipalityStore;
import ru.nms.registry.person.PersonService;

/// Appointing methodists and letting them go.
@Service
class MethodistService {

    private final MethodistStore store;
    private final AssignmentService assignments;
    private final PersonService people;
    private final MunicipalityStore municipalities;
    private final MethodistRules rules;
    private final RegionCalendar calendar;
    private final Clock clock;
    private final Outbox outbox;
    private final Tx tx;

    MethodistService(MethodistStore store, AssignmentService assignments, PersonService people,
                     MunicipalityStore municipalities, RegionProfile profile, RegionCalendar calendar, Clock clock,
                     Outbox outbox, Tx tx) {
        this.store = store;
        this.assignments = assignments;
        this.people = people;
        this.municipalities = municipalities;
        this.rules = new MethodistRules(profile);
        this.calendar = calendar;
        this.clock = clock;
        this.outbox = outbox;
        this.tx = tx;
    }

    Mono<Loaded> appoint(Caller caller, Methodist.Draft draft) {
        MethodistAccess.mayKeep(caller, draft);
        return tx.run(check(caller, draft)
                .then(store.twin(draft).flatMap(twin -> Mono.error(
                        Refusal.conflict("methodist-exists").with("existing", twin))))
                .then(Mono.fromSupplier(() -> Methodist.appoint(Ids.next(), draft, clock.instant())))
                .delayUntil(appointed -> write(List.of(appointed)))
                .map(appointed -> new Loaded(appointed, 0, 0)));
    }

    /// Changes engagement and dates. Who leaves, leaves the accompanied teachers too.
    Mono<Loaded> change(Caller caller, UUID id, IfMatch match, Methodist.Draft draft) {
        return tx.run(find(caller, id)
                .doOnNext(present -> MethodistAccess.mayKeep(caller, present.methodist().draft()))
                .doOnNext(present -> match.requires(present.methodist().version()))
                .delayUntil(present -> present.methodist().sameRole(draft) ? check(caller, draft)
                        : Mono.error(Refusal.invalid(Fault.at("/personId", "fixed"))))
                .flatMap(present -> change(present.methodist(), draft).then(find(caller, id))));
    }

    private Mono<Void> change(Methodist present, Methodist.Draft draft) {
        var next = present.become(draft, clock.instant());
        if (next == present) {
            return Mono.empty();
        }
        return takeOver(List.of(next));
    }

    /// Stores and announces new states; who leaves, leaves the accompanied teachers. In the caller's transaction.
    Mono<Void> takeOver(List<Methodist> methodists) {
        return write(methodists).thenMany(Flux.fromIterable(methodists))
                .concatMap(it -> it.until() == null ? Mono.<Void>empty() : assignments.end(it, it.until()))
                .then();
    }

    Mono<Loaded> find(Caller caller, UUID id) {
        return store.find(id, MethodistAccess.methodists(caller), calendar.today())
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("methodist")));
    }

    private Mono<Void> check(Caller caller, Methodist.Draft draft) {
        return people.knows(caller, draft.personId())
                .zipWith(openMunicipalities())
                .doOnNext(facts -> rules.check(draft, facts.getT1(), facts.getT2()).refuse())
                .then();
    }

    private Mono<Set<UUID>> openMunicipalities() {
        return municipalities.all().filter(it -> it.closedOn() == null).map(Municipality::id).collect(Collectors.toSet());
    }

    private Mono<Void> write(List<Methodist> methodists) {
        return store.save(methodists).then(announce(methodists));
    }

    private Mono<Void> announce(List<Methodist> methodists) {
        return outbox.addAll(MethodistChanged.TOPIC, methodists.stream().map(MethodistService::event).toList());
    }

    /// In the caller's transaction.
    Mono<Void> sayAgain(List<UUID> ids) {
        return store.all(ids).collectList().flatMap(this::announce);
    }

    private static Function<Stamp, MethodistChanged> event(Methodist it) {
        return stamp -> new MethodistChanged(stamp.eventId(), it.id(), stamp.epoch(), it.version(), stamp.occurredAt(),
                it.personId(), it.kind().name(), it.municipalityId(), it.since(), it.until());
    }
}
