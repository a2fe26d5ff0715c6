package ru.nms.registry.tutor;

import static ru.nms.registry.municipality.MunicipalityReference.MUNICIPALITY;
import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Reference;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;
import ru.nms.registry.keeping.Keeping;
import ru.nms.registry.person.PersonReference;

/// The registers of the tutor service.
@Configuration(proxyBeanMethods = false)
class TutorConfiguration {

    private static final Reference TUTOR = new Reference("tutor", "tutor r",
            caller -> new Scope.Condition("NOT r.deleted", Map.of()),
            "ARRAY(SELECT p.name_key FROM person p WHERE p.id = r.person_id AND NOT p.deleted)",
            "NOT r.deleted AND r.until IS NULL AND r.person_id IN (SELECT p.id FROM person p WHERE p.name_key = ANY (:bare) AND NOT p.deleted)",
            "(SELECT concat_ws(' ', p.last_name, p.first_name, p.patronymic) FROM person p WHERE p.id = r.person_id AND NOT p.deleted)");

    private static final String ACCOMPANIED = """
            (SELECT count(DISTINCT a.%s) FROM tutor_accompaniment a WHERE a.tutor_id = e.id AND NOT a.deleted)""";

    @Bean
    Register<Tutor> tutors(TutorStore store) {
        return Register.of("tutors", "tutor", Tutor.class)
                .key(it -> Stream.of(it.personId(), it.since()))
                .words(it -> it.programmes().stream())
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("municipalityId", "e.municipality_id = :municipalityId", Kind.ID)
                        .filter("programme", ":programme = ANY (e.programmes)", Kind.TEXT)
                        .filter("modernTeacherSchool", "e.modern_teacher_school = :modernTeacherSchool", Kind.YES_NO)
                        .filter("on", Keeping.ON, Kind.DATE))
                .refers("personId", PERSON).refers("municipalityId", MUNICIPALITY)
                .shows("teachers", ACCOMPANIED.formatted("person_id"))
                .shows("accompaniedProgrammes", ACCOMPANIED.formatted("programme"))
                .shows("routes", ACCOMPANIED.formatted("route_id"))
                .columns(Columns.of(Column.text("person", "Тьютор", "ФИО").mandatory(), Column.text("municipality", "Муниципалитет", "МО"),
                        Column.text("programmes", "Программы").multiple(),
                        Column.of("modernTeacherSchool", Column.Kind.BOOL, "«Школа современного учителя»"),
                        Column.date("since", "Тьютор с").mandatory(), Column.date("until", "Тьютор до")))
                .seen(PersonReference.visible("e.person_id")).keptBy(Role.COORDINATOR)
                .rules(change -> Keeping.times(change.after().since(), change.after().until()))
                .facts(change -> !change.after().modernTeacherSchool() ? Mono.just(new Faults())
                        : store.mayTutorThere(change.after().personId(), change.after().since()).map(may -> new Faults()
                                .unless(may, Fault.at("/personId", "neither-mms-nor-teacher"))))
                .about(it -> List.of(it.personId()));
    }

    @Bean
    Register<Accompaniment> tutorAccompaniments() {
        return Register.of("tutor-accompaniments", "tutor_accompaniment", Accompaniment.class)
                .key(it -> Stream.of(it.tutorId(), it.personId(), it.programme(), it.routeId(), it.since()))
                .words(it -> Stream.ofNullable(it.programme()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("tutorId", "e.tutor_id = :tutorId", Kind.ID)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("routeId", "e.route_id = :routeId", Kind.ID)
                        .filter("on", Keeping.ON, Kind.DATE))
                .refers("tutorId", TUTOR).refers("personId", PERSON)
                .columns(Columns.of(Column.text("tutor", "Тьютор").mandatory(), Column.text("person", "Педагог", "ФИО").mandatory(),
                        Column.text("programme", "Программа"), Column.date("since", "С").mandatory(), Column.date("until", "До")))
                .seen(PersonReference.visible("e.person_id")).keptBy(Role.COORDINATOR)
                .rules(change -> Keeping.times(change.after().since(), change.after().until())
                        .unless(change.after().programme() != null || change.after().routeId() != null, Fault.at("/programme", "required")))
                .about(it -> List.of(it.personId()));
    }

    @Bean
    ImportKind tutorImport(RegisterFiles files, Register<Tutor> tutors) {
        return files.importOf(tutors, Role.COORDINATOR);
    }

    @Bean
    ImportKind tutorAccompanimentImport(RegisterFiles files, Register<Accompaniment> tutorAccompaniments) {
        return files.importOf(tutorAccompaniments, Role.COORDINATOR);
    }

    @Bean
    Feed tutorFeed(Register<Tutor> tutors) {
        return tutors.feed(List.of("personId"), List.of("personId", "municipalityId", "programmes", "modernTeacherSchool",
                "since", "until"), "people");
    }

    @Bean
    Feed tutorAccompanimentFeed(Register<Accompaniment> tutorAccompaniments) {
        return tutorAccompaniments.feed(List.of("tutorId", "personId"), List.of("tutorId", "personId", "programme", "since",
                "until"), "tutors", "people");
    }
}
