package ru.nms.iom.route;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.Topic;
import ru.nms.iom.need.NeedStore;
import ru.nms.iom.need.Result;
import ru.nms.iom.person.Actor;
import ru.nms.iom.person.Person;
import ru.nms.iom.person.PersonStore;
import ru.nms.platform.access.Caller;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.projection.Progress;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;

/// Draws up a new route from what is known of a person's needs.
@Service
class DraftService {

    private static final Set<Actor> DRAFTERS = Set.of(Actor.PERSON, Actor.METHODIST, Actor.COORDINATOR);

    private final Tx tx;
    private final PersonStore people;
    private final NeedStore needs;
    private final ProposalService proposals;
    private final Progress progress;
    private final RouteStore routes;
    private final RouteWriteService write;
    private final HistoryStore history;
    private final RegionProfile region;
    private final RegionCalendar calendar;

    DraftService(Tx tx, PersonStore people, NeedStore needs, ProposalService proposals, Progress progress, RouteStore routes,
                 RouteWriteService write, HistoryStore history, RegionProfile region, RegionCalendar calendar) {
        this.tx = tx;
        this.people = people;
        this.needs = needs;
        this.proposals = proposals;
        this.progress = progress;
        this.routes = routes;
        this.write = write;
        this.history = history;
        this.region = region;
        this.calendar = calendar;
    }

    /// Who, for when, in which capacity, and the rules of the day.
    private record Plan(Caller caller, UUID person, LocalDate from, LocalDate until, Actor by, RouteRules rules) {}

    Mono<Route> draft(Caller caller, UUID personId, LocalDate from, LocalDate until) {
        var rules = RouteRules.of(region, calendar.today());
        return tx.run(people.find(personId, caller)
                .switchIfEmpty(Mono.defer(() -> absent(personId.equals(caller.personId()))))
                .flatMap(person -> people.actors(caller, personId).map(actors -> {
                    check(rules, person, from, until);
                    return new Plan(caller, personId, from, until, drafter(actors), rules);
                }))
                .delayUntil(plan -> routes.queueFor(personId))
                .delayUntil(this::refuseASecond)
                .flatMap(this::write));
    }

    private static Actor drafter(Set<Actor> actors) {
        return actors.stream().filter(DRAFTERS::contains).findFirst().orElseThrow(Refusal::forbidden);
    }

    private static void check(RouteRules rules, Person person, LocalDate from, LocalDate until) {
        var audience = rules.audienceFault(person);
        var faults = new Refusal.Faults().unless(!until.isBefore(from), Fault.at("/until", "iom.until-before-from"));
        if (audience != null) {
            faults.unless(false, audience);
        }
        faults.refuse();
    }

    /// Somebody whom the registry has not told of yet is another thing than nobody, but only they may know that.
    private Mono<Person> absent(boolean self) {
        return !self ? Mono.error(Refusal.notFound("person")) : missing(List.of(PersonChanged.TOPIC)).flatMap(topics ->
                Mono.error(topics.isEmpty() ? Refusal.notFound("person")
                        : Refusal.conflict("iom.not-learnt-yet").with("missing", topics)));
    }

    private Mono<Void> refuseASecond(Plan plan) {
        return routes.openBetween(plan.person(), plan.from(), plan.until())
                .flatMap(id -> Mono.error(Refusal.conflict("iom.open-route", id).with("route", id)));
    }

    private Mono<Route> write(Plan plan) {
        return needs.newest(plan.person()).map(Optional::of).defaultIfEmpty(Optional.empty())
                .flatMap(result -> missing(List.of(ResultChanged.TOPIC, DeficitChanged.TOPIC))
                        .flatMap(missing -> basis(plan.rules(), result.orElse(null), missing)))
                .flatMap(basis -> proposals.all(plan.person(), plan.from(), plan.until()).map(items -> Route.draft(Ids.next(), write.now(), plan.person(),
                        plan.from(), plan.until(), basis, items)))
                .flatMap(write::create)
                .delayUntil(route -> history.add(route.id(), new RouteStep(1, "draft", null, route.status(),
                        plan.by().role().name(), plan.caller().subject(), route.createdAt(), null)));
    }

    private Mono<Basis> basis(RouteRules rules, @Nullable Result result, List<String> missing) {
        if (result == null && rules.iom().requiresDiagnostics()) {
            return Mono.error(withoutDiagnostics(rules, missing));
        }
        return progress.of(DeficitChanged.TOPIC).map(learnt -> Optional.of(learnt.lastEvent()))
                .defaultIfEmpty(Optional.empty())
                .map(asOf -> new Basis(result == null ? null : result.id(), result == null ? null : result.takenOn(),
                        rules.form(), rules.iom().structure().origin(), asOf.orElse(null), missing));
    }

    private static Refusal withoutDiagnostics(RouteRules rules, List<String> missing) {
        var refusal = Refusal.conflict("iom.no-diagnostics").with("missing", missing);
        var clause = rules.basisClause();
        return clause == null ? refusal : refusal.with("clause", clause);
    }

    /// Names of the topics that never spoke to this service.
    private Mono<List<String>> missing(List<Topic<?>> topics) {
        return Flux.fromIterable(topics)
                .filterWhen(topic -> progress.of(topic).hasElement().map(learnt -> !learnt))
                .map(Topic::name)
                .collectList();
    }
}
