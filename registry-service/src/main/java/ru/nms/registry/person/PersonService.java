package ru.nms.registry.person;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.Outbox.News;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;
import ru.nms.registry.organisation.Organisation;
import ru.nms.registry.organisation.OrganisationStore;
import ru.nms.registry.person.FateStore.Merged;

/// Entering people and keeping their cards.
@Service
public class PersonService {

    private final PersonStore store;
    private final FateStore fates;
    private final OrganisationStore organisations;
    private final PersonRules rules;
    private final RegionCalendar calendar;
    private final Clock clock;
    private final Outbox outbox;
    private final Tx tx;

    PersonService(PersonStore store, FateStore fates, OrganisationStore organisations, RegionProfile profile,
                  RegionCalendar calendar, Clock clock, Outbox outbox, Tx tx) {
        this.store = store;
        this.fates = fates;
        this.organisations = organisations;
        this.rules = new PersonRules(profile);
        this.calendar = calendar;
        this.clock = clock;
        this.outbox = outbox;
        this.tx = tx;
    }

    Mono<Person> enter(Caller caller, Card card) {
        PersonAccess.mayEnter(caller, card);
        return tx.run(workplaces(card.posts()).flatMap(places -> {
            rules.check(card, PersonAccess.staffed(caller, places), calendar.today()).refuse();
            var person = Person.enter(Ids.next(), card, rules.young(card, places), clock.instant());
            return write(List.of(person), places).thenReturn(person);
        }));
    }

    Mono<Person> change(Caller caller, UUID id, IfMatch match, Card card) {
        return tx.run(find(caller, id)
                .doOnNext(present -> match.requires(present.version()))
                .flatMap(present -> workplaces(both(present.card(), card))
                        .flatMap(places -> change(caller, present, card, places))));
    }

    private Mono<Person> change(Caller caller, Person present, Card card, Map<UUID, Organisation> places) {
        var mine = PersonAccess.staffed(caller, places);
        PersonAccess.mayReplace(caller, present.card().posts(), card.posts(), mine.keySet());
        var known = new HashMap<>(mine);
        present.card().posts().forEach(post -> known.computeIfAbsent(post.organisationId(), places::get));
        rules.check(card, known, calendar.today()).refuse();
        var next = present.become(card, rules.young(card, places), clock.instant());
        return next == present ? Mono.just(present) : write(List.of(next), places).thenReturn(next);
    }

    /// A card that was put together, not written by anybody. In the caller's transaction.
    Mono<Person> replace(Person present, Card card, Map<UUID, Organisation> places) {
        var next = present.become(card, rules.young(card, places), clock.instant());
        return next == present ? Mono.just(present) : write(List.of(next), places).thenReturn(next);
    }

    private static List<Post> both(Card present, Card fresh) {
        return Stream.concat(present.posts().stream(), fresh.posts().stream()).toList();
    }

    /// An id under which somebody was once known answers for ever.
    Mono<Person> find(Caller caller, UUID id) {
        return store.find(id, PersonAccess.visibleTo(caller), calendar.today())
                .switchIfEmpty(Mono.defer(() -> fates.heir(id)
                        .flatMap(heir -> store.find(heir, PersonAccess.visibleTo(caller), calendar.today()))))
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("person")));
    }

    /// The person as the caller may see them today.
    public Mono<PersonView> shown(Caller caller, UUID id) {
        return find(caller, id).map(person -> PersonView.of(caller, person, calendar.today(), rules));
    }

    /// Whether there is such a person, as far as the caller may see.
    public Mono<Boolean> knows(Caller caller, UUID id) {
        return store.find(id, PersonAccess.visibleTo(caller), calendar.today()).hasElement();
    }

    /// Stores new states and announces them. In the caller's transaction.
    Mono<Void> write(List<Person> people, Map<UUID, Organisation> places) {
        return store.save(people.stream().map(person -> PersonRow.of(person, places, rules)).toList())
                .then(announce(people, places));
    }

    Mono<Void> announce(List<Person> people, Map<UUID, Organisation> places) {
        return outbox.addAll(List.of(
                new News<>(PersonChanged.TOPIC, people.stream().map(person -> PersonEvents.state(person, places, rules)).toList()),
                new News<>(PersonIdentityChanged.TOPIC, people.stream().map(PersonEvents::identity).toList())));
    }

    /// The record is no more, and the person goes on under another one.
    Mono<Void> announce(Merged it) {
        return outbox.add(PersonChanged.TOPIC, stamp -> new PersonChanged(stamp.eventId(), it.id(), stamp.epoch(), it.version(),
                        stamp.occurredAt(), List.of(), null, null, null, null, it.heir()))
                .then(outbox.gone(PersonIdentityChanged.TOPIC, it.id(), it.version()));
    }

    /// In the caller's transaction.
    Mono<Void> sayAgain(List<UUID> ids) {
        return fates.merged(ids).collectList().flatMap(merged -> {
            var living = new ArrayList<>(ids);
            living.removeAll(merged.stream().map(Merged::id).toList());
            return Flux.fromIterable(merged).concatMap(this::announce).then(living.isEmpty() ? Mono.empty() : Mono.defer(() -> sayLiving(living)));
        });
    }

    private Mono<Void> sayLiving(List<UUID> ids) {
        return store.all(ids).collectList().flatMap(people ->
                workplaces(people.stream().flatMap(person -> person.card().posts().stream()).toList())
                        .flatMap(places -> announce(people, places)));
    }

    private Mono<Map<UUID, Organisation>> workplaces(List<Post> posts) {
        return organisations.all(posts.stream().map(Post::organisationId).distinct().toList())
                .collectMap(Organisation::id);
    }
}
