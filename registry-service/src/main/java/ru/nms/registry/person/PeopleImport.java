package ru.nms.registry.person;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;
import ru.nms.registry.identifier.IdentifierService;
import ru.nms.registry.identifier.Snils;
import ru.nms.registry.organisation.Organisation;
import ru.nms.registry.organisation.OrganisationNames;
import ru.nms.registry.organisation.OrganisationStore;
import ru.nms.registry.person.PeopleColumns.Line;

/// Takes people in from files: four questions and one write a batch, whatever its size.
@Component
class PeopleImport implements ImportKind {

    private final PersonStore store;
    private final PersonService people;
    private final IdentifierService identifiers;
    private final OrganisationStore organisations;
    private final OrganisationNames names;
    private final PersonRules rules;
    private final RegionCalendar calendar;
    private final Clock clock;

    PeopleImport(PersonStore store, PersonService people, IdentifierService identifiers,
                 OrganisationStore organisations, OrganisationNames names,
                 RegionProfile profile, RegionCalendar calendar, Clock clock) {
        this.store = store;
        this.people = people;
        this.identifiers = identifiers;
        this.organisations = organisations;
        this.names = names;
        this.rules = new PersonRules(profile);
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public Columns columns() {
        return PeopleColumns.ALL;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.COORDINATOR);
    }

    @Override
    public Mono<List<Verdict>> apply(Caller caller, List<Row> rows) {
        var lines = rows.stream().map(PeopleColumns::read).toList();
        return names.find(lines.stream().map(Line::organisation).toList())
                .zipWith(candidates(lines))
                .flatMap(found -> workplaces(found.getT1().all(), found.getT2().all())
                        .flatMap(places -> apply(lines, found.getT1(), found.getT2(), places)));
    }

    /// Whom the rows may mean.
    private record Candidates(List<Person> active, List<Person> blocked, Map<Snils, UUID> holders, Set<UUID> numbered) {

        List<Person> all() {
            return Stream.concat(active.stream(), blocked.stream()).toList();
        }
    }

    private Mono<List<Verdict>> apply(List<Line> lines, OrganisationNames.Found found, Candidates candidates,
                                      Map<UUID, Organisation> places) {
        var batch = new PeopleBatch(candidates.active(), places, rules, calendar.today());
        batch.refuse(candidates.blocked());
        batch.number(candidates.holders(), candidates.numbered());
        if (!identifiers.ready()) {
            lines.stream().filter(line -> line.snils() != null).forEach(line -> line.row().fault("snils", "no-identifier-key"));
        }
        var verdicts = lines.stream().map(line -> verdict(line, found, batch)).toList();
        var written = batch.written(clock.instant());
        return (written.isEmpty() ? Mono.<Void>empty() : people.write(written, places))
                .then(Mono.defer(() -> batch.numbers().isEmpty() ? Mono.empty() : identifiers.keep(batch.numbers())))
                .thenReturn(verdicts);
    }

    private static Verdict verdict(Line line, OrganisationNames.Found found, PeopleBatch batch) {
        if (line.withoutPost()) {
            return line.row().faults().isEmpty() ? batch.take(line, null) : Verdict.REFUSED;
        }
        PeopleColumns.requirePost(line);
        var place = found.one(line.row(), "organisation", line.organisation(), "municipality", line.municipality());
        return line.row().faults().isEmpty() && place != null ? batch.take(line, place) : Verdict.REFUSED;
    }

    private Mono<Candidates> candidates(List<Line> lines) {
        var numbers = lines.stream().map(Line::externalId).filter(Objects::nonNull).distinct().toList();
        var names = lines.stream().map(Line::nameKey).distinct().toList();
        var insured = lines.stream().map(Line::snils).flatMap(Stream::ofNullable).toList();
        return identifiers.holders(insured).flatMap(holders -> store.candidates(numbers, names, holders.values()).collectList()
                .zipWith(store.blocked(numbers, names, holders.values()).collectList())
                .flatMap(found -> numbered(insured, found.getT1())
                        .map(numbered -> new Candidates(found.getT1(), found.getT2(), holders, numbered))));
    }

    /// Asked only where a row has a number.
    private Mono<Set<UUID>> numbered(List<Snils> insured, List<Person> candidates) {
        return insured.isEmpty() ? Mono.just(Set.of()) : identifiers.numbered(candidates.stream().map(Person::id).toList());
    }

    private Mono<Map<UUID, Organisation>> workplaces(Collection<Organisation> named, List<Person> candidates) {
        var places = new HashMap<UUID, Organisation>();
        named.forEach(it -> places.put(it.id(), it));
        var others = candidates.stream().flatMap(person -> person.card().posts().stream()).map(Post::organisationId)
                .filter(id -> !places.containsKey(id)).distinct().toList();
        return others.isEmpty() ? Mono.just(places)
                : organisations.all(others).doOnNext(it -> places.put(it.id(), it)).then(Mono.just(places));
    }
}
