package ru.nms.registry.staff;

import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.person.PersonReference;

/// The register of reserves, training lecturers, experts and officials. The federation has no purpose for it.
@Configuration(proxyBeanMethods = false)
class ListedConfiguration {

    @Bean
    Register<Listed> staffLists(TeamStore store, RegionProfile profile) {
        return Register.of("staff-list-entries", "staff_list_entry", Listed.class)
                .key(it -> Stream.of(it.list(), it.kind(), it.personId(), it.subject(), it.since()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("list", "e.list = :list", Kind.TEXT)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("subject", "fold_name(e.subject) = :subject", Kind.FOLDED)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("on", "e.since <= :on AND (e.until IS NULL OR e.until > :on)", Kind.DATE))
                .refers("personId", PERSON)
                .columns(columns(profile))
                .seen(ListedConfiguration::seen)
                .kept((caller, change) -> caller.is(Role.COORDINATOR)
                        || caller.is(Role.MUNICIPALITY) && change.after().list() != Listed.StaffList.OFFICIAL
                        && (change.before() == null || change.before().list() != Listed.StaffList.OFFICIAL))
                .rules(change -> change.after().check())
                .facts(change -> facts(store, change))
                .about(it -> List.of(it.personId()));
    }

    /// Who answers for what in the region is for everybody; the other lists follow the people on them.
    private static Scope.Condition seen(Caller caller) {
        var own = PersonReference.visible("e.person_id").apply(caller);
        return new Scope.Condition("(e.list = 'OFFICIAL' OR %s)".formatted(own.sql()), own.values());
    }

    private static Mono<Faults> facts(TeamStore store, Change<Listed> change) {
        var entry = change.after();
        return entry.list() != Listed.StaffList.OFFICIAL ? Mono.just(new Faults())
                : store.turns("duty " + entry.kind()).then(store.taken(change.id(), entry))
                        .map(taken -> new Faults().unless(!taken, Fault.at("/since", "duty-taken")));
    }

    private static Columns columns(RegionProfile profile) {
        var lists = Arrays.stream(Listed.StaffList.values()).map(it -> Choice.of(it.name(), it.title())).toList();
        var titles = Map.of("EDUCATION", "Образования", "TUTOR", "Тьюторов", "TRAINING_LECTURER", "Преподавателей ДППО",
                "EXAM_COMMISSION", "Предметная комиссия ГИА", "ATTESTATION_COMMISSION", "Аттестационная комиссия",
                "PRACTITIONER", "Эксперт-практик", "PASSPORT_CURATOR", "Куратор паспорта ДППО", "ECOSYSTEM_OPERATOR",
                "Оператор экосистемы", "METHODIST", "Методистов");
        var kinds = Listed.allKinds().stream().map(it -> Choice.of(it, titles.getOrDefault(it, profile.label(it)))).toList();
        return Columns.of(
                Column.coded("list", lists, "Список").mandatory(),
                Column.coded("kind", kinds, "Вид"),
                Column.text("person", "ФИО", "Фамилия, имя, отчество").mandatory().withHint("У однофамильцев — с датой рождения в скобках"),
                Column.text("subject", "Предмет"),
                Column.text("document", "Документ"),
                Column.date("since", "С").mandatory(),
                Column.date("until", "До").withHint("Первый день, когда уже не в списке"));
    }

    @Bean
    ImportKind staffListImport(RegisterFiles files, Register<Listed> staffLists) {
        return files.importOf(staffLists, Role.COORDINATOR);
    }
}
