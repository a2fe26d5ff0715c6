package ru.nms.registry.training;

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
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Reference;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;
import ru.nms.registry.person.PersonReference;

/// The registers of assessment and training.
@Configuration(proxyBeanMethods = false)
class TrainingConfiguration {

    private static final Reference COURSE = new Reference("course", "academy_course r",
            caller -> new Scope.Condition("NOT r.deleted", Map.of()),
            "ARRAY[fold_name(r.title), fold_name(r.title || to_char(r.starts_on, ' (DD.MM.YYYY)'))]",
            "NOT r.deleted AND fold_name(r.title) = ANY (:bare)", "r.title");

    private static final String PLACES = "(SELECT count(*) FROM course_enrolment c WHERE c.course_id = e.id AND NOT c.deleted%s)";

    /// More municipalities than people cannot all have sent somebody: told, not refused, for reports print it.
    @Bean
    Register<AssessmentRound> assessmentRounds(RegionProfile profile) {
        var few = TrainingChecksConfiguration.FEW;
        return Register.of("assessment-rounds", "assessment_round", AssessmentRound.class)
                .key(it -> Stream.of(it.year(), it.stage(), it.heldOn()))
                .words(it -> it.subjects().stream())
                .listed(listing -> listing.sort("heldOn", "e.held_on", Kind.DATE)
                        .filter("year", "e.year = :year", Kind.NUMBER).filter("stage", "e.stage = :stage", Kind.NUMBER)
                        .filter("fewerPersonsThanMunicipalities", few + " = :fewerPersonsThanMunicipalities", Kind.YES_NO))
                .shows("fewerPersonsThanMunicipalities", few)
                .columns(Columns.of(Column.of("year", Column.Kind.INTEGER, "Год").mandatory(),
                        Column.of("stage", Column.Kind.INTEGER, "Этап").mandatory(), Column.date("heldOn", "Дата").mandatory(),
                        Column.text("subjects", "Предметы").multiple(),
                        Column.of("plannedPersons", Column.Kind.INTEGER, "План, чел."),
                        Column.of("actualPersons", Column.Kind.INTEGER, "Факт, чел."),
                        Column.of("municipalities", Column.Kind.INTEGER, "Муниципалитетов")))
                .seenByAll().keptBy(Role.COORDINATOR)
                .rules(change -> new TrainingRules(profile).round(change.after()));
    }

    @Bean
    Register<AcademyCourse> academyCourses() {
        return Register.of("academy-courses", "academy_course", AcademyCourse.class)
                .key(it -> Stream.of(it.title(), it.startsOn()))
                .words(it -> Stream.of(it.title()))
                .listed(listing -> listing.sort("startsOn", "e.starts_on", Kind.DATE)
                        .filter("open", "(e.registration_until IS NULL OR e.registration_until >= :open)", Kind.DATE))
                .shows("enrolled", PLACES.formatted(""))
                .shows("completed", PLACES.formatted(" AND c.completed_on IS NOT NULL"))
                .shows("quotaReached", PLACES.formatted("") + " >= coalesce(e.quota_min, 0)")
                .columns(Columns.of(Column.text("title", "Программа").mandatory(), Column.of("hours", Column.Kind.INTEGER, "Часов"),
                        Column.date("startsOn", "Начало").mandatory(), Column.date("endsOn", "Окончание").mandatory(),
                        Column.date("registrationUntil", "Регистрация до"),
                        Column.of("quotaMin", Column.Kind.INTEGER, "Наименьшая квота")))
                .seenByAll().keptBy(Role.COORDINATOR)
                .rules(change -> TrainingRules.course(change.after()));
    }

    @Bean
    Register<CourseEnrolment> courseEnrolments(TrainingStore store) {
        return Register.of("course-enrolments", "course_enrolment", CourseEnrolment.class)
                .key(it -> Stream.of(it.courseId(), it.personId()))
                .listed(listing -> listing.sort("registeredOn", "e.registered_on", Kind.DATE)
                        .filter("courseId", "e.course_id = :courseId", Kind.ID)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("completed", "(e.completed_on IS NOT NULL) = :completed", Kind.YES_NO))
                .refers("courseId", COURSE).refers("personId", PERSON)
                .columns(Columns.of(Column.text("course", "Программа").mandatory(), Column.text("person", "Слушатель", "ФИО").mandatory(),
                        Column.date("registeredOn", "Зарегистрирован").mandatory(), Column.date("completedOn", "Завершил"),
                        Column.text("document", "Документ")))
                .seen(PersonReference.visible("e.person_id")).keptBy(Role.COORDINATOR)
                .facts(change -> store.course(change.after().courseId())
                        .map(course -> TrainingRules.enrolment(change.after(), course)))
                .about(it -> List.of(it.personId()));
    }

    @Bean
    ImportKind assessmentRoundImport(RegisterFiles files, Register<AssessmentRound> assessmentRounds) {
        return files.importOf(assessmentRounds, Role.COORDINATOR);
    }

    @Bean
    ImportKind academyCourseImport(RegisterFiles files, Register<AcademyCourse> academyCourses) {
        return files.importOf(academyCourses, Role.COORDINATOR);
    }

    @Bean
    ImportKind courseEnrolmentImport(RegisterFiles files, Register<CourseEnrolment> courseEnrolments) {
        return files.importOf(courseEnrolments, Role.COORDINATOR);
    }

    @Bean
    Feed academyCourseFeed(Register<AcademyCourse> academyCourses) {
        return academyCourses.feed(List.of("title", "startsOn"), List.of("title", "hours", "startsOn", "endsOn",
                "registrationUntil", "quotaMin"));
    }

    @Bean
    Feed courseEnrolmentFeed(Register<CourseEnrolment> courseEnrolments) {
        return courseEnrolments.feed(List.of("courseId", "personId"), List.of("courseId", "personId", "registeredOn",
                "completedOn"), "academy-courses", "people");
    }
}
