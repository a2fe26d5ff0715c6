package ru.nms.diagnostics.student;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.register.Registers;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;

/// The registers of students' results and of activities for readiness.
@Configuration(proxyBeanMethods = false)
class StudentConfiguration {

    private static final Columns RESULTS = Columns.of(
            Column.coded("kind", List.of(Choice.of("EXAM", "Экзамен"), Choice.of("NATIONAL_STUDY", "Национальное исследование"),
                    Choice.of("ALL_RUSSIAN_TEST", "Всероссийская проверочная работа"), Choice.of("REGIONAL_STUDY", "Региональное исследование")),
                    "Вид").mandatory(),
            Column.text("title", "Процедура").mandatory(), Column.text("subject", "Предмет").mandatory(),
            Column.text("area", "Область компетенций").mandatory(),
            Column.text("organisationId", "Организация (идентификатор)").mandatory(),
            Column.text("teacherId", "Педагог (идентификатор)"), Column.date("takenOn", "Дата").mandatory(),
            Column.of("students", Column.Kind.INTEGER, "Обучающихся").mandatory(),
            Column.of("points", Column.Kind.DECIMAL, "Баллы").mandatory(),
            Column.of("maximum", Column.Kind.DECIMAL, "Максимум").mandatory());

    private static final Columns READINESS = Columns.of(
            Column.coded("kind", List.of(Choice.of("TRIAL", "Пробная оценка"), Choice.of("TRAINING", "Обучение"),
                    Choice.of("CONSULTATION", "Консультация"), Choice.of("INFORMATION", "Информирование")), "Вид").mandatory(),
            Column.text("title", "Название").mandatory(), Column.text("procedure", "Процедура"),
            Column.date("heldOn", "Дата").mandatory(), Column.text("organiserId", "Организатор (идентификатор)"),
            Column.text("organisationIds", "Организации (идентификаторы)").multiple(),
            Column.of("participants", Column.Kind.INTEGER, "Участников").mandatory(), Column.text("outcome", "Итоги"));

    @Bean
    Register<StudentResult> studentResults(Rulebook rules, StudentStore store, StudentService service) {
        return Register.of("student-results", "student_result", StudentResult.class)
                .key(it -> Stream.of(it.kind(), it.title(), it.subject(), it.area(), it.organisationId(), it.teacherId(), it.takenOn()))
                .words(it -> Stream.of(it.title(), it.subject()))
                .listed(listing -> listing.sort("takenOn", "e.taken_on", Kind.DATE)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("area", "e.area = :area", Kind.TEXT)
                        .filter("organisationId", "e.organisation_id = :organisationId", Kind.ID)
                        .filter("teacherId", "e.teacher_id = :teacherId", Kind.ID)
                        .filter("lowResults", LOW + " = :lowResults", Kind.YES_NO))
                .columns(RESULTS)
                .shows("priority", LOW)
                .seen(StudentConfiguration::seen)
                .keptBy(Role.ASSESSOR, Role.COORDINATOR)
                .rules(change -> check(change.after(), rules).unless(change.before() == null
                        || Objects.equals(change.before().teacherId(), change.after().teacherId()), Fault.at("/teacherId", "fixed")))
                .facts(change -> change.after().teacherId() == null ? Mono.just(new Faults())
                        : store.known(change.after().teacherId()).map(known -> new Faults().unless(known, Fault.at("/teacherId", "unknown-person"))))
                .followed(service::follow)
                .about(it -> Stream.ofNullable(it.teacherId()).toList());
    }

    /// Schools with low results come first.
    private static final String LOW = """
            EXISTS (SELECT FROM organisation o WHERE o.id = e.organisation_id AND NOT o.deleted AND 'LOW_RESULTS' = ANY (o.flags))""";

    private static Faults check(StudentResult it, Rulebook rules) {
        return new Faults()
                .addAll(rules.areas(it.takenOn()).check("/area", it.area(), "diagnostics.competenceAreas"))
                .unless(!it.takenOn().isAfter(rules.today()), Fault.at("/takenOn", "taken-in-future", rules.today()))
                .unless(it.points().compareTo(it.maximum()) <= 0, Fault.at("/points", "above-maximum", it.maximum().toPlainString()));
    }

    private static Scope.Condition seen(Caller caller) {
        return Scope.of(caller).on(new Scope.Columns(
                "EXISTS (SELECT FROM organisation o WHERE o.id = e.organisation_id AND o.municipality_id = :scope AND NOT o.deleted)",
                "e.organisation_id = :scope", null, "e.teacher_id = :scope"));
    }

    @Bean
    ImportKind studentResultImport(RegisterFiles files, Register<StudentResult> studentResults) {
        return files.importOf(studentResults, Role.ASSESSOR, Role.COORDINATOR);
    }

    @Bean
    PersonTraces studentResultTraces(StudentService service, Registers registers, Register<StudentResult> studentResults) {
        return service.traces(registers, studentResults);
    }

    @Bean
    Register<ReadinessActivity> readinessActivities(Rulebook rules) {
        return Register.of("readiness-activities", "readiness_activity", ReadinessActivity.class)
                .key(it -> Stream.of(it.kind(), it.title(), it.heldOn()))
                .words(it -> Stream.of(it.title(), it.outcome()))
                .listed(listing -> listing.sort("heldOn", "e.held_on", Kind.DATE)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("procedure", "e.procedure = :procedure", Kind.TEXT)
                        .filter("organisationId", ":organisationId = ANY (e.organisation_ids)", Kind.ID)
                        .filter("from", "e.held_on >= :from", Kind.DATE)
                        .filter("until", "e.held_on <= :until", Kind.DATE))
                .columns(READINESS)
                .seenByAll().keptBy(Role.ASSESSOR, Role.COORDINATOR)
                .rules(change -> new Faults().unless(!change.after().heldOn().isAfter(rules.today()),
                        Fault.at("/heldOn", "taken-in-future", rules.today())));
    }

    @Bean
    ImportKind readinessActivityImport(RegisterFiles files, Register<ReadinessActivity> readinessActivities) {
        return files.importOf(readinessActivities, Role.ASSESSOR, Role.COORDINATOR);
    }
}
