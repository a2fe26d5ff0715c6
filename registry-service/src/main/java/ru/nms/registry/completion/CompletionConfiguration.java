package ru.nms.registry.completion;

import static ru.nms.registry.person.PersonReference.PERSON;
import static ru.nms.registry.programme.ProgrammeReference.PROGRAMME;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.contracts.CompletionChanged;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.register.Reference;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.register.Registers;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.person.PersonReference;

/// The register of completed training.
@Configuration(proxyBeanMethods = false)
class CompletionConfiguration {

    /// A provider enters whom it has taught, without seeing anything else of them.
    static final Reference TAUGHT = new Reference(PERSON.code(), PERSON.from(),
            caller -> caller.is(Role.PROVIDER) ? new Scope.Condition("NOT r.deleted", Map.of()) : PERSON.visible().apply(caller),
            PERSON.keys(), PERSON.bare(), PERSON.label());

    private static final Columns COLUMNS = Columns.of(
            Column.text("person", "Слушатель", "ФИО").mandatory().withHint("У однофамильцев — с датой рождения в скобках"),
            Column.text("programme", "Программа").mandatory(),
            Column.date("since", "Начало").mandatory(),
            Column.date("until", "Окончание").mandatory(),
            Column.of("hours", Column.Kind.INTEGER, "Часов").mandatory(),
            Column.coded("document", List.of(Choice.of("CERTIFICATE", "Удостоверение"), Choice.of("DIPLOMA", "Диплом"),
                    Choice.of("STATEMENT", "Справка")), "Документ").mandatory(),
            Column.text("documentNumber", "Номер документа"),
            Column.date("documentDate", "Дата документа"));

    @Bean
    Register<Completion> completions(CompletionStore store, RegionCalendar calendar, Registers registers,
                                     @Qualifier("programmes") Register<?> programmes) {
        var completions = Register.of("completions", "completion", Completion.class)
                .key(it -> Stream.of(it.personId(), it.programmeId(), it.until()))
                .listed(listing -> listing.sort("until", "e.until", Kind.DATE)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("programmeId", "e.programme_id = :programmeId", Kind.ID)
                        .filter("from", "e.until >= :from", Kind.DATE)
                        .filter("to", "e.until <= :to", Kind.DATE)
                        .filter("inRegister", "e.in_register = :inRegister", Kind.YES_NO)
                        .filter("chosenByDiagnostics", "e.chosen_by_diagnostics = :chosenByDiagnostics", Kind.YES_NO)
                        .filter("tag", ":tag = ANY (p.tags)", Kind.TEXT, "FROM programme p WHERE p.id = e.programme_id")
                        .filter("kind", "p.kind = :kind", Kind.TEXT, "FROM programme p WHERE p.id = e.programme_id"))
                .refers("personId", TAUGHT).refers("programmeId", PROGRAMME)
                .own("inRegister", false).own("chosenByDiagnostics", false)
                .derived(store::judged)
                .columns(COLUMNS)
                .seen(caller -> taught(caller, PersonReference.visible("e.person_id").apply(caller)))
                .keptBy(Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION, Role.PROVIDER)
                .rules(change -> check(change.after(), calendar))
                .about(it -> List.of(it.personId()))
                .announced(CompletionChanged.TOPIC);
        // A programme that enters or leaves the federal register, or works on other deficits, changes what they are.
        programmes.followed(id -> registers.refresh(completions,
                new Scope.Condition("e.programme_id = :programme", Map.of("programme", id))));
        return completions;
    }

    /// A provider sees those who learnt with it.
    static Scope.Condition taught(Caller caller, Scope.Condition others) {
        if (!caller.is(Role.PROVIDER) || caller.organisationId() == null) {
            return others;
        }
        var values = new HashMap<>(others.values());
        values.put("scopeProvider", caller.organisationId());
        return new Scope.Condition("(%s OR EXISTS (SELECT FROM programme t WHERE t.id = e.programme_id AND t.provider_id = :scopeProvider))"
                .formatted(others.sql()), values);
    }

    private static Faults check(Completion it, RegionCalendar calendar) {
        return new Faults()
                .unless(!it.until().isBefore(it.since()), Fault.at("/until", "ends-before-start"))
                .unless(!it.until().isAfter(calendar.today()), Fault.at("/until", "not-future"));
    }

    @Bean
    Feed completionFeed(Register<Completion> completions) {
        return completions.feed(List.of("personId", "programmeId", "until"), List.of("personId", "programmeId", "since", "until",
                "hours", "inRegister", "chosenByDiagnostics"), "people", "programmes");
    }

    @Bean
    ImportKind completionImport(RegisterFiles files, Register<Completion> completions) {
        return files.importOf(completions, Role.COORDINATOR, Role.PROVIDER);
    }
}
