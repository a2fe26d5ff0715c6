package ru.nms.registry.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.Answers;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.registry.naming.NameStore;

/// People with their posts, education, category, and what follows from the region's rules.
@RestController
@RequestMapping(PersonResource.PATH)
class PersonResource {

    static final String PATH = "/api/registry/v1/people";
    private static final String FIELDS = "card";

    private final PersonService people;
    private final PersonStore store;
    private final NameStore names;
    private final PersonRules rules;
    private final RegionCalendar calendar;
    private final ReadAudit audit;

    PersonResource(PersonService people, PersonStore store, NameStore names, RegionProfile profile, RegionCalendar calendar,
                   ReadAudit audit) {
        this.people = people;
        this.store = store;
        this.names = names;
        this.rules = new PersonRules(profile);
        this.calendar = calendar;
        this.audit = audit;
    }

    private PersonView view(Caller caller, Person person, LocalDate day) {
        return PersonView.of(caller, person, day, rules);
    }

    /// Enters a person with posts.
    @Allow({Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<PersonView>> enter(Caller caller, @Valid @RequestBody Card card) {
        return people.enter(caller, card).map(person -> Answers.created(PATH + "/" + person.id(),
                view(caller, person, calendar.today()), person.version()));
    }

    /// People by what they do on a day: today, or the `date` asked for. With `on` instead only those who work on that day.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR,
            Role.MINISTRY})
    @GetMapping
    Tabular<Page<PersonView>> list(Caller caller, @OfList(PersonStore.class) ListRequest request,
                                   @RequestParam(required = false) @Nullable LocalDate date,
                                   @RequestParam(required = false) @Nullable LocalDate on,
                                   @RequestParam(required = false) @Nullable Boolean young, ServerWebExchange exchange) {
        if (young != null && !rules.knowsYoungTeachers()) {
            throw Refusal.invalid(rules.noYoungRule("young"));
        }
        var day = Objects.requireNonNullElse(on == null ? date : on, calendar.today());
        return store.select(request, PersonAccess.visibleTo(caller), day, calendar.today())
                .before(seen -> audit.record(caller, seen.stream().map(Person::id).toList(), FIELDS, exchange))
                .map(person -> view(caller, person, day))
                .as(PersonTable.CARDS, rows -> names.named(rows, it -> it.posts().stream().map(Post::organisationId)));
    }

    /// One person with posts, and what follows from the region's rules.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR,
            Role.MINISTRY})
    @GetMapping("/{id}")
    Mono<ResponseEntity<PersonView>> one(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        return people.find(caller, id)
                .delayUntil(person -> audit.record(caller, List.of(person.id()), FIELDS, exchange))
                .map(person -> Answers.ok(view(caller, person, calendar.today()), person.version()));
    }

    /// Replaces the card, posts included.
    @Allow({Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION})
    @PutMapping("/{id}")
    Mono<ResponseEntity<PersonView>> change(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Card card) {
        return people.change(caller, id, match, card).map(person ->
                Answers.ok(view(caller, person, calendar.today()), person.version()));
    }
}
