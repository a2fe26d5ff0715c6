package ru.nms.registry.completion;

import static ru.nms.registry.completion.CompletionConfiguration.TAUGHT;
import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;
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
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.person.PersonReference;

/// The register of recognised non-formal learning.
@Configuration(proxyBeanMethods = false)
class RecognitionConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.text("person", "Педагог", "ФИО").mandatory().withHint("У однофамильцев — с датой рождения в скобках"),
            Column.text("title", "Что освоено").mandatory(),
            Column.coded("way", List.of(Choice.of("NON_FORMAL", "Неформальное"), Choice.of("INFORMAL", "Информальное")), "Вид").mandatory(),
            Column.date("learntOn", "Дата освоения").mandatory(),
            Column.of("hours", Column.Kind.INTEGER, "Часов"),
            Column.text("recognisedBy", "Кто признал").mandatory(),
            Column.date("recognisedOn", "Дата признания").mandatory(),
            Column.text("document", "Документ").mandatory(),
            Column.text("programme", "Программа"));

    @Bean
    Register<Recognition> recognitions() {
        return Register.of("recognitions", "recognition", Recognition.class)
                .key(it -> Stream.of(it.personId(), it.title(), it.recognisedOn()))
                .words(it -> Stream.of(it.title()))
                .listed(listing -> listing.sort("recognisedOn", "e.recognised_on", Kind.DATE)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("recognisedById", "e.recognised_by_id = :recognisedById", Kind.ID)
                        .filter("way", "e.way = :way", Kind.TEXT))
                .refers("personId", TAUGHT).refers("recognisedById", ORGANISATION).refers("programmeId", PROGRAMME)
                .columns(COLUMNS)
                .seen(PersonReference.visible("e.person_id"))
                .keptBy(Role.COORDINATOR)
                .keptBy(Role.PROVIDER, Caller::organisationId, Recognition::recognisedById)
                .rules(change -> new Faults().unless(!change.after().recognisedOn().isBefore(change.after().learntOn()),
                        Fault.at("/recognisedOn", "ends-before-start")))
                .about(it -> List.of(it.personId()));
    }

    @Bean
    Feed recognitionFeed(Register<Recognition> recognitions) {
        return recognitions.feed(List.of("personId", "title", "recognisedOn"), List.of("personId", "title", "way", "learntOn",
                "hours", "recognisedById", "recognisedOn", "document", "programmeId"), "people", "programmes");
    }

    @Bean
    ImportKind recognitionImport(RegisterFiles files, Register<Recognition> recognitions) {
        return files.importOf(recognitions, Role.COORDINATOR);
    }
}
