package ru.nms.registry.methodist;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;
import ru.nms.registry.organisation.OrganisationNames;
import ru.nms.registry.person.PersonNames;

/// Takes methodists in from files: people whom the registry knows already.
@Component
class MethodistsImport implements ImportKind {

    private static final Columns COLUMNS = Columns.of(
            Column.text("lastName", "Фамилия").mandatory(),
            Column.text("firstName", "Имя").mandatory(),
            Column.text("patronymic", "Отчество"),
            Column.date("birthDate", "Дата рождения"),
            Column.text("organisation", "Организация", "Место работы"),
            Column.coded("kind", List.of(Choice.of("REGIONAL", "Региональный"), Choice.of("MUNICIPAL", "Муниципальный")),
                    "Вид методиста", "Вид").mandatory(),
            Column.text("municipality", "Муниципалитет", "МО").withHint("Чьей методической службы; для муниципальных"),
            Column.coded("engagement", List.of(Choice.of("STAFF", "В штате"), Choice.of("CIVIL_CONTRACT", "По договору"),
                    Choice.of("OTHER", "Иное")), "Оформление"),
            Column.date("since", "Методист с").mandatory(),
            Column.date("until", "Методист до").withHint("Первый день, когда уже не методист"));

    private final MethodistService methodists;
    private final MethodistStore store;
    private final OrganisationNames organisations;
    private final PersonNames people;
    private final MethodistRules rules;
    private final Clock clock;

    MethodistsImport(MethodistService methodists, MethodistStore store, OrganisationNames organisations, PersonNames people,
                     RegionProfile profile, Clock clock) {
        this.methodists = methodists;
        this.store = store;
        this.organisations = organisations;
        this.people = people;
        this.rules = new MethodistRules(profile);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "methodists";
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.COORDINATOR);
    }

    @Override
    public Mono<List<Verdict>> apply(Caller caller, List<Row> rows) {
        var workplaces = rows.stream().map(row -> row.text("organisation")).filter(Objects::nonNull).toList();
        var names = rows.stream().map(MethodistsBatch::nameKey).toList();
        return Mono.zip(organisations.find(workplaces), people.find(names))
                .flatMap(found -> store.of(found.getT2().ids()).collectList().flatMap(known -> {
                    var batch = new MethodistsBatch(found.getT1(), found.getT2(), known, rules);
                    var verdicts = rows.stream().map(batch::take).toList();
                    var written = batch.written(clock.instant());
                    return (written.isEmpty() ? Mono.<Void>empty() : methodists.takeOver(written)).thenReturn(verdicts);
                }));
    }
}
