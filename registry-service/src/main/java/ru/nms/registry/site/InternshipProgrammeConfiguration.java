package ru.nms.registry.site;

import static ru.nms.registry.site.SiteReference.SITE;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.organisation.Equipment;

/// The register of internship programmes.
@Configuration(proxyBeanMethods = false)
class InternshipProgrammeConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.text("site", "Площадка").mandatory(),
            Column.text("title", "Программа").mandatory(),
            Column.text("topic", "Тема").mandatory(),
            Column.coded("form", List.of(Choice.of("INDIVIDUAL", "Индивидуальная"), Choice.of("GROUP", "Групповая")), "Форма").mandatory(),
            Column.of("hours", Column.Kind.INTEGER, "Часов").mandatory(),
            Column.coded("equipment", Equipment.choices(), "Оборудование").multiple());

    @Bean
    Register<InternshipProgramme> internshipProgrammes(SitePlacesStore places) {
        return Register.of("internship-programmes", "internship_programme", InternshipProgramme.class)
                .key(it -> Stream.of(it.siteId(), it.title()))
                .words(it -> Stream.of(it.title(), it.topic()))
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT)
                        .filter("siteId", "e.site_id = :siteId", Kind.ID)
                        .filter("form", "e.form = :form", Kind.TEXT)
                        .filter("equipment", ":equipment = ANY (e.equipment)", Kind.TEXT))
                .refers("siteId", SITE)
                .columns(COLUMNS)
                .seenByAll().keptBy(Role.COORDINATOR)
                .facts(change -> room(change, places));
    }

    /// Its planned internships go with it.
    private static Mono<Faults> room(Change<InternshipProgramme> change, SitePlacesStore places) {
        var before = change.before();
        return before == null || before.siteId().equals(change.after().siteId()) ? Mono.just(new Faults())
                : places.moved(change.id(), before.siteId(), change.after().siteId());
    }

    @Bean
    Feed internshipProgrammeFeed(Register<InternshipProgramme> internshipProgrammes) {
        return internshipProgrammes.feed(List.of("siteId", "title"),
                List.of("siteId", "title", "topic", "form", "hours", "equipment"), "sites");
    }

    @Bean
    ImportKind internshipProgrammeImport(RegisterFiles files, Register<InternshipProgramme> internshipProgrammes) {
        return files.importOf(internshipProgrammes, Role.COORDINATOR);
    }
}
