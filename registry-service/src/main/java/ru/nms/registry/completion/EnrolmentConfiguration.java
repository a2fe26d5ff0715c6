package ru.nms.registry.completion;

import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;
import static ru.nms.registry.person.PersonReference.PERSON;
import static ru.nms.registry.programme.ProgrammeReference.PROGRAMME;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.person.PersonReference;

/// The register of applications for training.
@Configuration(proxyBeanMethods = false)
class EnrolmentConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.text("person", "Слушатель", "ФИО").mandatory().withHint("У однофамильцев — с датой рождения в скобках"),
            Column.text("programme", "Программа").mandatory(),
            Column.coded("way", List.of(Choice.of("METHOD_SERVICE", "Заявка ММС"), Choice.of("SELF", "Самозапись")), "Способ").mandatory(),
            Column.text("applicant", "ММС"),
            Column.date("appliedOn", "Дата заявки").mandatory());

    @Bean
    Register<Enrolment> enrolments(RegionCalendar calendar) {
        return Register.of("enrolments", "enrolment", Enrolment.class)
                .key(it -> Stream.of(it.personId(), it.programmeId(), it.appliedOn()))
                .listed(listing -> listing.sort("appliedOn", "e.applied_on", Kind.DATE)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("programmeId", "e.programme_id = :programmeId", Kind.ID)
                        .filter("applicantId", "e.applicant_id = :applicantId", Kind.ID)
                        .filter("way", "e.way = :way", Kind.TEXT)
                        .filter("status", "e.status = :status", Kind.TEXT))
                .refers("personId", PERSON).refers("programmeId", PROGRAMME).refers("applicantId", ORGANISATION)
                .own("status", Enrolment.Status.APPLIED).own("decidedOn", null)
                .columns(COLUMNS)
                .seen(caller -> CompletionConfiguration.taught(caller, PersonReference.visible("e.person_id").apply(caller)))
                .keptBy(Role.COORDINATOR, Role.MUNICIPALITY)
                .kept((caller, change) -> caller.is(Role.PROVIDER) && change.before() != null)
                .kept(EnrolmentConfiguration::own)
                .rules(change -> new Faults()
                        .unless((change.after().way() == Enrolment.Way.METHOD_SERVICE) == (change.after().applicantId() != null),
                                Fault.at("/applicantId", change.after().applicantId() == null ? "required" : "not-allowed"))
                        .unless(!change.after().appliedOn().isAfter(calendar.today()), Fault.at("/appliedOn", "not-future"))
                        .unless(change.after().decidedOn() == null
                                || !change.after().decidedOn().isBefore(change.after().appliedOn()), Fault.at("/on", "ends-before-start")))
                .about(it -> List.of(it.personId()));
    }

    /// A teacher applies for themselves, in no other way.
    private static boolean own(Caller caller, Change<Enrolment> change) {
        return caller.is(Role.TEACHER) && change.after().way() == Enrolment.Way.SELF
                && change.after().personId().equals(caller.personId());
    }

    @Bean
    Feed enrolmentFeed(Register<Enrolment> enrolments) {
        return enrolments.feed(List.of("personId", "programmeId", "appliedOn"), List.of("personId", "programmeId", "way",
                "applicantId", "appliedOn", "status", "decidedOn"), "people", "programmes");
    }

    @Bean
    ImportKind enrolmentImport(RegisterFiles files, Register<Enrolment> enrolments) {
        return files.importOf(enrolments, Role.COORDINATOR);
    }
}
