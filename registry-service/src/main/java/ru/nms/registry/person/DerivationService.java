package ru.nms.registry.person;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.region.PeopleRules;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.tx.Tx;
import ru.nms.registry.organisation.Organisation;
import ru.nms.registry.organisation.OrganisationStore;
import ru.nms.registry.person.DerivationStore.Fact;

/// Brings stored people under the region's rules of today: who teaches, manages and is young was decided when a card was
/// written. Runs behind a start with other rules than the last one had, in short transactions, and goes on where it was
/// interrupted. Nobody waits for it: until it has come by, a person stands as before.
@Service
class DerivationService implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DerivationService.class);
    private static final int BATCH = 200;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /// To be raised when the code derives otherwise from the same rules.
    private static final int EDITION = 1;

    private enum Step { DONE, MORE, ANOTHER_WORKS }

    /// What of an edition decides about people.
    private record Deciding(int code, LocalDate from, PeopleRules rules) {}

    private final DerivationStore store;
    private final PersonStore people;
    private final PersonService service;
    private final OrganisationStore organisations;
    private final PersonRules rules;
    private final UUID digest;
    private final Clock clock;
    private final Tx tx;
    private volatile Disposable work = Disposables.disposed();

    DerivationService(DerivationStore store, PersonStore people, PersonService service, OrganisationStore organisations,
                      RegionProfile profile, EventJson json, Clock clock, Tx tx) {
        this.store = store;
        this.people = people;
        this.service = service;
        this.organisations = organisations;
        this.rules = new PersonRules(profile);
        this.digest = UUID.nameUUIDFromBytes(json.mapper().writeValueAsString(profile.editions().stream()
                .map(it -> new Deciding(EDITION, it.validFrom(), it.people())).toList()).getBytes(StandardCharsets.UTF_8));
        this.clock = clock;
        this.tx = tx;
    }

    /// Everybody, if the rules are other than those of the last pass.
    Mono<Void> everybody() {
        return tx.run(store.begin(digest)).thenMany(Flux.defer(this::steps).repeat().takeUntil(Step.DONE::equals)).then();
    }

    private Mono<Step> steps() {
        return tx.run(store.turn().flatMap(mine -> mine ? step() : Mono.just(Step.ANOTHER_WORKS)))
                .flatMap(step -> step == Step.ANOTHER_WORKS ? Mono.just(step).delayElement(PAUSE) : Mono.just(step));
    }

    private Mono<Step> step() {
        return store.reached(digest)
                .flatMap(after -> store.next(after, BATCH).collectList())
                .flatMap(ids -> ids.isEmpty() ? store.finish().thenReturn(Step.DONE)
                        : derive(ids).then(store.reach(ids.getLast())).thenReturn(Step.MORE))
                .defaultIfEmpty(Step.DONE);
    }

    /// Only those who are other than before are written and told. In the caller's transaction.
    Mono<Void> derive(List<UUID> ids) {
        return Mono.zip(people.all(ids).collectList(), store.facts(ids).collect(Collectors.toSet()))
                .flatMap(found -> places(found.getT1())
                        .flatMap(places -> write(found.getT1(), found.getT2(), places)));
    }

    private Mono<Map<UUID, Organisation>> places(List<Person> people) {
        return organisations.all(people.stream().flatMap(person -> person.card().posts().stream())
                .map(Post::organisationId).distinct().toList()).collectMap(Organisation::id);
    }

    private Mono<Void> write(List<Person> people, Set<Fact> facts, Map<UUID, Organisation> places) {
        var changed = people.stream().flatMap(person -> derived(person, facts, places).stream()).toList();
        return changed.isEmpty() ? Mono.empty() : service.write(changed, places);
    }

    private Optional<Person> derived(Person person, Set<Fact> facts, Map<UUID, Organisation> places) {
        var young = rules.young(person.card(), places);
        var same = young.equals(person.young()) && facts.containsAll(facts(person, places));
        return same ? Optional.empty() : Optional.of(person.derivedAnew(young, clock.instant()));
    }

    private Set<Fact> facts(Person person, Map<UUID, Organisation> places) {
        return PersonRow.of(person, places, rules).postRows().stream()
                .map(it -> new Fact(it.personId(), it.n(), it.teaching(), it.management(), it.educationMatch()))
                .collect(Collectors.toSet());
    }

    @Override
    public void start() {
        work = Mono.defer(this::everybody)
                .doOnError(e -> LOG.warn("People wait to be derived anew: {}", e.getClass().getName()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
                .subscribe();
    }

    @Override
    public void stop() {
        work.dispose();
    }

    @Override
    public boolean isRunning() {
        return !work.isDisposed();
    }
}
