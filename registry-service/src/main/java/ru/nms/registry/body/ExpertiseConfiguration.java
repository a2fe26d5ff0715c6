package ru.nms.registry.body;

import static ru.nms.registry.body.BodyReference.BODY;
import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;
import static ru.nms.registry.programme.ProgrammeReference.PROGRAMME;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;

/// The register of expertise.
@Configuration(proxyBeanMethods = false)
class ExpertiseConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.coded("kind", List.of(Choice.of("METHOD_BODY", "Объединения"), Choice.of("PROFESSIONAL_PUBLIC", "Профессионально-общественная")),
                    "Вид").mandatory(),
            Column.text("body", "Объединение"),
            Column.text("examiner", "Кто проводит"),
            Column.text("commissioner", "Заказчик").mandatory(),
            Column.coded("subject", List.of(Choice.of("TRAINING_PROGRAMME", "Программа ДПО"), Choice.of("TEACHING_KIT", "УМК"),
                    Choice.of("MAIN_PROGRAMME", "Основная программа"), Choice.of("WORK_PROGRAMME", "Рабочая программа"),
                    Choice.of("CONCEPT", "Концепция")), "Объект").mandatory(),
            Column.text("title", "Название").mandatory(),
            Column.text("programme", "Программа"),
            Column.date("commissionedOn", "Дата заказа").mandatory(),
            Column.date("doneOn", "Дата заключения"),
            Column.coded("result", List.of(Choice.of("POSITIVE", "Положительное"), Choice.of("WITH_REMARKS", "С замечаниями"),
                    Choice.of("NEGATIVE", "Отрицательное")), "Результат"),
            Column.text("conclusion", "Заключение"));

    @Bean
    Register<Expertise> expertises(RegionCalendar calendar) {
        return Register.of("expertises", "expertise", Expertise.class)
                .key(it -> Stream.of(it.subject(), it.title(), it.bodyId(), it.examinerId(), it.commissionedOn()))
                .words(it -> Stream.of(it.title(), it.conclusion()))
                .listed(listing -> listing.sort("commissionedOn", "e.commissioned_on", Kind.DATE)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("subject", "e.subject = :subject", Kind.TEXT)
                        .filter("result", "e.result = :result", Kind.TEXT)
                        .filter("bodyId", "e.body_id = :bodyId", Kind.ID)
                        .filter("commissionerId", "e.commissioner_id = :commissionerId", Kind.ID)
                        .filter("programmeId", "e.programme_id = :programmeId", Kind.ID))
                .refers("bodyId", BODY).refers("examinerId", ORGANISATION).refers("commissionerId", ORGANISATION)
                .refers("programmeId", PROGRAMME)
                .columns(COLUMNS)
                .seenByAll().keptBy(Role.COORDINATOR)
                .rules(change -> check(change.after(), calendar));
    }

    private static Faults check(Expertise it, RegionCalendar calendar) {
        boolean bodys = it.kind() == Expertise.Kind.METHOD_BODY;
        return new Faults()
                .unless(!bodys || it.bodyId() != null, Fault.at("/bodyId", "required"))
                .unless(bodys || it.examinerId() != null, Fault.at("/examinerId", "required"))
                .unless(it.subject() != Expertise.Subject.TRAINING_PROGRAMME || it.programmeId() != null, Fault.at("/programmeId", "required"))
                .unless((it.doneOn() == null) == (it.result() == null), Fault.at(it.result() == null ? "/result" : "/doneOn", "required"))
                .unless(it.doneOn() == null || !it.doneOn().isBefore(it.commissionedOn()), Fault.at("/doneOn", "ends-before-start"))
                .unless(it.doneOn() == null || !it.doneOn().isAfter(calendar.today()), Fault.at("/doneOn", "not-future"));
    }

    @Bean
    Feed expertiseFeed(Register<Expertise> expertises) {
        return expertises.feed(List.of("subject", "title", "commissionedOn"), List.of("kind", "bodyId", "examinerId", "commissionerId",
                "subject", "title", "programmeId", "commissionedOn", "doneOn", "result"), "bodies", "programmes");
    }

    @Bean
    ImportKind expertiseImport(RegisterFiles files, Register<Expertise> expertises) {
        return files.importOf(expertises, Role.COORDINATOR);
    }
}
