package ru.nms.registry.mms;

import static ru.nms.registry.municipality.MunicipalityReference.MUNICIPALITY;
import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Reference;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;
import ru.nms.registry.keeping.Keeping;
import ru.nms.registry.person.PersonReference;

/// The registers of municipal services.
@Configuration(proxyBeanMethods = false)
class MmsConfiguration {

    private static final String OF_EMPLOYEE = "(SELECT x.person_id FROM mms_employee x WHERE x.id = e.employee_id)";

    /// Employees are named like the person; the register itself is no secret to its readers.
    private static final Reference EMPLOYEE = new Reference("employee", "mms_employee r",
            caller -> new Scope.Condition("NOT r.deleted", Map.of()),
            "ARRAY(SELECT p.name_key FROM person p WHERE p.id = r.person_id AND NOT p.deleted)",
            "NOT r.deleted AND r.until IS NULL AND r.person_id IN (SELECT p.id FROM person p WHERE p.name_key = ANY (:bare) AND NOT p.deleted)",
            "(SELECT concat_ws(' ', p.last_name, p.first_name, p.patronymic) FROM person p WHERE p.id = r.person_id AND NOT p.deleted)");

    private static final Reference AGREEMENT = new Reference("agreement", "agreement r",
            caller -> new Scope.Condition("NOT r.deleted AND r.kind = 'TRIPARTITE'", Map.of()), "ARRAY[fold_name(r.number)]",
            "NOT r.deleted AND r.kind = 'TRIPARTITE' AND fold_name(r.number) = ANY (:bare)", "r.number");

    @Bean
    Register<MmsEmployee> mmsStaff(RegionProfile profile) {
        var level = profile.territory().municipalityLevel();
        return Register.of("mms-staff", "mms_employee", MmsEmployee.class)
                .key(it -> Stream.of(it.personId(), it.municipalityId(), it.since()))
                .words(it -> Stream.of(it.position()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("municipalityId", "e.municipality_id = :municipalityId", Kind.ID)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("trained", "EXISTS (SELECT FROM mms_training t WHERE t.employee_id = e.id AND t.ended_on IS NOT NULL"
                                + " AND NOT t.deleted) = :trained", Kind.YES_NO)
                        .filter("on", Keeping.ON, Kind.DATE))
                .refers("personId", PERSON).refers("municipalityId", MUNICIPALITY)
                .shows("trainings", "(SELECT count(*) FROM mms_training t WHERE t.employee_id = e.id AND NOT t.deleted)")
                .columns(Columns.of(Column.text("person", "Работник", "ФИО").mandatory(),
                        Column.text("municipality", "Муниципалитет", "МО"), Column.text("position", "Должность").mandatory(),
                        Column.date("since", "Работает с").mandatory(), Column.date("until", "Работает до")))
                .seen(PersonReference.visible("e.person_id")).keptBy(Role.COORDINATOR)
                .rules(change -> Keeping.times(change.after().since(), change.after().until())
                        .unless(level != null, Fault.at("/municipalityId", "no-municipal-level").under(profile.levelsClause())))
                .about(it -> List.of(it.personId()));
    }

    @Bean
    Register<MmsTraining> mmsTrainings(MmsStore store) {
        return Register.of("mms-trainings", "mms_training", MmsTraining.class)
                .key(it -> Stream.of(it.employeeId(), it.title(), it.startedOn()))
                .words(it -> Stream.of(it.title()))
                .listed(listing -> listing.sort("startedOn", "e.started_on", Kind.DATE)
                        .filter("employeeId", "e.employee_id = :employeeId", Kind.ID)
                        .filter("agreementId", "e.agreement_id = :agreementId", Kind.ID)
                        .filter("tutor", "e.tutor = :tutor", Kind.YES_NO))
                .refers("employeeId", EMPLOYEE).refers("agreementId", AGREEMENT)
                .columns(Columns.of(Column.text("employee", "Работник", "ФИО").mandatory(),
                        Column.text("agreement", "Соглашение").withHint("Номер трёхстороннего соглашения"),
                        Column.text("title", "Программа").mandatory(), Column.of("hours", Column.Kind.INTEGER, "Часов"),
                        Column.of("tutor", Column.Kind.BOOL, "Муниципальный тьютор"),
                        Column.date("startedOn", "Начало").mandatory(), Column.date("endedOn", "Окончание"),
                        Column.text("document", "Документ")))
                .seen(PersonReference.visible(OF_EMPLOYEE)).keptBy(Role.COORDINATOR)
                .rules(change -> new Faults().unless(change.after().endedOn() == null
                        || !change.after().endedOn().isBefore(change.after().startedOn()), Fault.at("/endedOn", "ends-before-start")))
                .facts(change -> store.covers(change.after()).map(covered -> new Faults()
                        .unless(covered, Fault.at("/agreementId", "agreement-not-for-it"))));
    }

    @Bean
    ImportKind mmsStaffImport(RegisterFiles files, Register<MmsEmployee> mmsStaff) {
        return files.importOf(mmsStaff, Role.COORDINATOR);
    }

    @Bean
    ImportKind mmsTrainingImport(RegisterFiles files, Register<MmsTraining> mmsTrainings) {
        return files.importOf(mmsTrainings, Role.COORDINATOR);
    }

    @Bean
    Feed mmsStaffFeed(Register<MmsEmployee> mmsStaff) {
        return mmsStaff.feed(List.of("personId", "municipalityId"), List.of("personId", "municipalityId", "position", "since",
                "until"), "people");
    }
}
