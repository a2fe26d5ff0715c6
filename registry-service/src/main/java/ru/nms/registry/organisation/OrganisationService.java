package ru.nms.registry.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.contracts.OrganisationChanged;
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
import ru.nms.registry.municipality.MunicipalityStore;

/// Opening, changing and closing organisations.
@Service
public class OrganisationService {

    private final OrganisationStore store;
    private final MunicipalityStore municipalities;
    private final OrganisationRules rules;
    private final RegionCalendar calendar;
    private final Clock clock;
    private final Outbox outbox;
    private final Tx tx;

    OrganisationService(OrganisationStore store, MunicipalityStore municipalities, RegionProfile profile,
                        RegionCalendar calendar, Clock clock, Outbox outbox, Tx tx) {
        this.store = store;
        this.municipalities = municipalities;
        this.rules = new OrganisationRules(profile);
        this.calendar = calendar;
        this.clock = clock;
        this.outbox = outbox;
        this.tx = tx;
    }

    Mono<Organisation> open(Caller caller, OrganisationDraft draft) {
        OrganisationAccess.mayWrite(caller, draft.municipalityId());
        return tx.run(knownPeople(draft).then(facts(caller, draft))
                .doOnNext(facts -> rules.opening(draft, facts, calendar.today()).refuse())
                .map(facts -> Organisation.open(Ids.next(), draft, clock.instant()))
                .delayUntil(this::refuseTwin)
                .delayUntil(opened -> write(List.of(opened))));
    }

    Mono<Organisation> change(Caller caller, UUID id, IfMatch match, OrganisationDraft draft) {
        return tx.run(find(caller, id)
                .doOnNext(present -> OrganisationAccess.mayWrite(caller, present.municipalityId()))
                .doOnNext(present -> match.requires(present.version()))
                .delayUntil(present -> knownPeople(draft))
                .flatMap(present -> facts(caller, draft)
                        .doOnNext(facts -> rules.change(present, draft, facts, calendar.today()).refuse())
                        .map(facts -> present.become(draft, calendar.today(), clock.instant()))
                        .flatMap(next -> next == present ? Mono.just(present)
                                : refuseTwin(next).then(write(List.of(next))).thenReturn(next))));
    }

    Mono<Organisation> find(Caller caller, UUID id) {
        return store.find(id, OrganisationAccess.visibleTo(caller))
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("organisation")));
    }

    /// The organisation as the caller may see it today.
    public Mono<OrganisationView> shown(Caller caller, UUID id) {
        return find(caller, id).map(found -> OrganisationView.of(caller, found, null));
    }

    /// Stores new states and announces them. In the caller's transaction.
    Mono<Void> write(List<Organisation> organisations) {
        return store.save(organisations.stream().map(this::row).toList()).then(announce(organisations));
    }

    private Mono<Void> announce(List<Organisation> organisations) {
        return outbox.addAll(OrganisationChanged.TOPIC, organisations.stream().map(OrganisationService::event).toList());
    }

    /// In the caller's transaction.
    Mono<Void> sayAgain(List<UUID> ids) {
        return store.all(ids).collectList().flatMap(this::announce);
    }

    private OrganisationStore.Row row(Organisation it) {
        return new OrganisationStore.Row(it, it.nameKeys(), String.join(" ", it.searchKeys()), rules.coordinates(it.kind(), it.level()));
    }

    private Mono<OrganisationFacts> facts(Caller caller, OrganisationDraft draft) {
        var open = municipalities.all().filter(it -> it.closedOn() == null).map(it -> it.id()).collectList();
        var parent = draft.parentId();
        var parents = parent == null ? Mono.just(Map.<UUID, Organisation>of())
                : store.find(parent, OrganisationAccess.visibleTo(caller))
                        .flatMap(seen -> store.upwards(List.of(parent)).collectMap(Organisation::id))
                        .defaultIfEmpty(Map.of());
        var coordinators = rules.coordinates(draft.kind(), draft.level()) ? store.coordinators().collectList() : Mono.just(List.<Organisation>of());
        return Mono.zip(open, parents, coordinators).map(found -> new OrganisationFacts(
                Set.copyOf(found.getT1()), found.getT2(), found.getT3()));
    }

    private Mono<Void> knownPeople(OrganisationDraft draft) {
        var people = draft.details() == null ? List.<UUID>of()
                : draft.details().responsible().stream().map(Details.Responsible::personId).distinct().toList();
        return people.isEmpty() ? Mono.empty() : store.people(people)
                .flatMap(known -> known == people.size() ? Mono.empty()
                        : Mono.error(Refusal.invalid(Fault.at("/details/responsible", "unknown-person"))));
    }

    private Mono<Void> refuseTwin(Organisation organisation) {
        return store.twin(organisation).flatMap(twin -> Mono.error(
                Refusal.conflict("organisation-exists").with("existing", twin)));
    }

    private static Function<Stamp, OrganisationChanged> event(Organisation it) {
        return stamp -> new OrganisationChanged(stamp.eventId(), it.id(), stamp.epoch(), it.version(),
                stamp.occurredAt(), it.kind(), it.level(), it.name(), it.municipalityId(), it.parentId(), it.closedOn(),
                it.openedOn(), it.successors(), it.details().flags().stream().map(Enum::name).toList(),
                it.details().educationKinds().stream().map(Enum::name).toList(), it.details().legalForm());
    }
}
