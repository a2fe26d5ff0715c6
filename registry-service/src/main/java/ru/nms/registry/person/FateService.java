package ru.nms.registry.person;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonFateChanged;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.fate.KnownFates;
import ru.nms.platform.fate.PersonErasure;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.tx.Tx;
import ru.nms.registry.organisation.Organisation;
import ru.nms.registry.organisation.OrganisationStore;
import ru.nms.registry.person.FateStore.Decided;
import ru.nms.registry.person.FateStore.State;

/// Blocking, destroying and merging records of people, as far as the registry has told of them.
@Service
class FateService implements PersonErasure {

    private final FateStore store;
    private final KnownFates fates;
    private final PersonStore people;
    private final PersonService service;
    private final DerivationService derivation;
    private final OrganisationStore organisations;
    private final List<PersonTraces> traces;
    private final RegionCalendar calendar;
    private final Clock clock;
    private final Outbox outbox;
    private final Tx tx;

    FateService(FateStore store, KnownFates fates, PersonStore people, PersonService service, DerivationService derivation,
                OrganisationStore organisations, List<PersonTraces> traces, RegionCalendar calendar, Clock clock, Outbox outbox, Tx tx) {
        this.store = store;
        this.fates = fates;
        this.people = people;
        this.service = service;
        this.derivation = derivation;
        this.organisations = organisations;
        this.traces = traces;
        this.calendar = calendar;
        this.clock = clock;
        this.outbox = outbox;
        this.tx = tx;
    }

    /// Nobody is shown or told the record until it is released; everybody who learnt it is told that it is gone, and who keeps
    /// anything under its id, that it is not to be shown.
    Mono<Void> block(UUID id, String reason) {
        return tx.run(move(id, List.of(State.ACTIVE), State.BLOCKED)
                .flatMap(version -> gone(id, version).then(decided(new Decided(id, version, State.BLOCKED))))
                .then(store.note(id, State.BLOCKED.name(), reason, clock.instant())));
    }

    Mono<Void> release(UUID id) {
        return tx.run(move(id, List.of(State.BLOCKED), State.ACTIVE)
                .flatMap(version -> decided(new Decided(id, version, State.ACTIVE)))
                .then(Mono.defer(() -> derivation.derive(List.of(id))))   // the rules may have changed meanwhile
                .then(Mono.defer(() -> people.find(id, Scope.Condition.ALL, calendar.today())))
                .flatMap(person -> places(person.card()).flatMap(places -> service.announce(List.of(person), places)))
                .then(store.note(id, "RELEASED", "", clock.instant())));
    }

    /// Nothing of the person stays but the id, so that nobody who kept it takes it for another's, and nothing of those records
    /// that had gone on as this one.
    Mono<Void> destroy(UUID id, String reason) {
        return tx.run(move(id, List.of(State.ACTIVE, State.BLOCKED), State.ERASED)
                .flatMapMany(version -> Flux.just(new Decided(id, version, State.ERASED)).concatWith(store.eraseMergedInto(id, clock.instant())))
                .collectList()
                .flatMapMany(Flux::fromIterable).concatMap(one -> destroy(one)
                        .then(store.note(one.id(), State.ERASED.name(), reason, clock.instant())))
                .then());
    }

    /// The decision comes first: what is learnt meanwhile waits for it.
    private Mono<Void> destroy(Decided one) {
        return fates.take(one.id(), 0, one.version(), PersonFateChanged.DESTROYED)
                .then(erase(one.id()))
                .then(gone(one.id(), one.version()))
                .then(decided(one));
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return PersonTraces.erase(traces.stream(), person).then(store.blank(person));
    }

    /// In the caller's transaction.
    Mono<Void> sayAgain(List<UUID> ids) {
        return store.decided(ids).collectList()
                .flatMap(all -> outbox.addAll(PersonFateChanged.TOPIC, all.stream().map(PersonFates::event).toList()));
    }

    private Mono<Void> decided(Decided one) {
        return outbox.add(PersonFateChanged.TOPIC, PersonFates.event(one));
    }

    /// The same person was entered twice: `from` goes on as `into`, under which everything of both stands.
    Mono<Person> merge(Caller caller, UUID from, UUID into) {
        if (from.equals(into)) {
            throw Refusal.invalid(Fault.at("/into", "own-duplicate"));
        }
        return tx.run(Mono.zip(service.find(caller, from), people.find(into, PersonAccess.visibleTo(caller), calendar.today())
                        .switchIfEmpty(Mono.error(() -> Refusal.invalid(Fault.at("/into", "unknown-person")))))
                .flatMap(both -> merge(both.getT1(), both.getT2())));
    }

    private Mono<Person> merge(Person from, Person into) {
        var card = Duplicates.union(into.card(), from.card());
        return move(from.id(), List.of(State.ACTIVE), State.MERGED)
                .flatMap(version -> store.blank(from.id())
                        .then(store.lead(from.id(), into.id()))
                        .then(service.announce(new FateStore.Merged(from.id(), version, into.id()))))
                .then(places(card))
                .flatMap(places -> service.replace(into, card, places))
                .delayUntil(kept -> PersonTraces.passOn(traces.stream(), from.id(), kept.id()))
                .delayUntil(kept -> store.note(from.id(), State.MERGED.name(), kept.id().toString(), clock.instant()));
    }

    private Mono<Long> move(UUID id, List<State> from, State to) {
        return store.move(id, from, to, clock.instant()).switchIfEmpty(Mono.error(() -> Refusal.notFound("person")));
    }

    private Mono<Void> gone(UUID id, long version) {
        return outbox.gone(PersonChanged.TOPIC, id, version).then(outbox.gone(PersonIdentityChanged.TOPIC, id, version));
    }

    private Mono<Map<UUID, Organisation>> places(Card card) {
        return organisations.all(card.posts().stream().map(Post::organisationId)
                .collect(Collectors.toSet())).collectMap(Organisation::id);
    }
}
