package ru.nms.registry.completion;

import static ru.nms.registry.person.PersonReference.PERSON;

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
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;
import ru.nms.registry.competence.CompetenceAreas;
import ru.nms.registry.person.PersonReference;

/// The register of attestation results, each with the training that follows from it.
@Configuration(proxyBeanMethods = false)
class AttestationConfiguration {

    /// Programmes that work on what was lacking and that the person has not completed since.
    private static final String PROPOSED = """
            (SELECT coalesce(jsonb_agg(jsonb_build_object('programmeId', p.id, 'title', p.title) ORDER BY p.title, p.id), '[]')
               FROM programme p
              WHERE NOT p.deleted AND p.competences && e.competences
                AND NOT EXISTS (SELECT FROM completion c WHERE c.programme_id = p.id AND c.person_id = e.person_id
                                   AND c.since >= e.held_on AND NOT c.deleted))""";

    /// Training since then that worked on it.
    private static final String TAKEN = """
            (SELECT coalesce(jsonb_agg(jsonb_build_object('completionId', c.id, 'programmeId', p.id, 'until', c.until)
                             ORDER BY c.until, c.id), '[]')
               FROM completion c JOIN programme p ON p.id = c.programme_id
              WHERE c.person_id = e.person_id AND c.since >= e.held_on AND NOT c.deleted AND p.competences && e.competences)""";

    private static final Columns COLUMNS = Columns.of(
            Column.text("person", "Педагог", "ФИО").mandatory().withHint("У однофамильцев — с датой рождения в скобках"),
            Column.date("heldOn", "Дата аттестации").mandatory(),
            Column.text("category", "Категория"),
            Column.of("granted", Column.Kind.BOOL, "Установлена").mandatory(),
            Column.text("competences", "Что подтянуть").multiple());

    @Bean
    Register<Attestation> attestations(RegionProfile profile, RegionCalendar calendar) {
        var areas = CompetenceAreas.of(profile);
        return Register.of("attestations", "attestation", Attestation.class)
                .key(it -> Stream.of(it.personId(), it.heldOn()))
                .listed(listing -> listing.sort("heldOn", "e.held_on", Kind.DATE)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("competence", ":competence = ANY (e.competences)", Kind.TEXT)
                        .filter("granted", "e.granted = :granted", Kind.YES_NO))
                .refers("personId", PERSON)
                .shows("proposed", PROPOSED).shows("taken", TAKEN)
                .columns(COLUMNS)
                .seen(PersonReference.visible("e.person_id"))
                .keptBy(Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION)
                .rules(change -> new Faults().addAll(areas.check(change.after().competences()))
                        .unless(!change.after().heldOn().isAfter(calendar.today()), Fault.at("/heldOn", "not-future")))
                .about(it -> List.of(it.personId()));
    }

    @Bean
    Feed attestationFeed(Register<Attestation> attestations) {
        return attestations.feed(List.of("personId", "heldOn"), List.of("personId", "heldOn", "category", "granted"), "people");
    }

    @Bean
    ImportKind attestationImport(RegisterFiles files, Register<Attestation> attestations) {
        return files.importOf(attestations, Role.COORDINATOR);
    }
}
