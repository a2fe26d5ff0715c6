package ru.nms.registry.programme;

import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;
import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.contracts.ProgrammeChanged;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;

/// The register of programmes: the region's bank.
@Configuration(proxyBeanMethods = false)
class ProgrammeConfiguration {

    private static final String OPEN_DEFICITS = """
            (SELECT count(*) FROM deficit_copy d
              WHERE d.competence = ANY (e.competences) AND d.status = 'OPEN' AND NOT d.deleted)""";

    private static final Columns COLUMNS = Columns.of(
            Column.text("provider", "Организация ДПО", "Организация").mandatory(),
            Column.coded("kind", List.of(Choice.of("PK", "Повышение квалификации", "ПК"),
                    Choice.of("PP", "Профессиональная переподготовка", "ПП")), "Вид").mandatory(),
            Column.text("title", "Название", "Программа").mandatory(),
            Column.of("hours", Column.Kind.INTEGER, "Часов", "Объём, часов").mandatory(),
            Column.coded("form", List.of(Choice.of("FULL_TIME", "Очная"), Choice.of("PART_TIME", "Очно-заочная"),
                    Choice.of("DISTANCE", "Заочная с дистанционными технологиями")), "Форма").mandatory(),
            Column.of("distanceShare", Column.Kind.INTEGER, "Доля дистанционно, %").mandatory(),
            Column.coded("marks", List.of(Choice.of("NETWORK", "Сетевая"), Choice.of("CASCADE", "Каскадная"),
                    Choice.of("CORE_PRACTICE", "Практика с РМА"), Choice.of("ELECTRONIC", "Электронная"),
                    Choice.of("DISTANCE", "Дистанционная"), Choice.of("TUTORED", "С тьютором"),
                    Choice.of("MODERN_DIAGNOSTICS", "Итоговая диагностика")), "Отметки").multiple(),
            Column.text("tags", "Направления").multiple(),
            Column.text("topics", "Темы").multiple(),
            Column.text("audience", "Категории слушателей").multiple(),
            Column.text("competences", "Компетенции").multiple(),
            Column.text("partner", "Сетевые партнёры").multiple(),
            Column.text("requests", "Запросы").multiple());

    @Bean
    Register<Programme> programmes(RegionProfile profile, RegionCalendar calendar) {
        var rules = new ProgrammeRules(profile, calendar);
        return Register.of("programmes", "programme", Programme.class)
                .key(it -> Stream.of(it.title(), it.kind(), it.providerId()))
                .words(it -> Stream.concat(Stream.of(it.title()), Stream.concat(it.topics().stream(), it.audience().stream())))
                .found("programme", "e.title")
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT)
                        .sort("hours", "e.hours", Kind.NUMBER)
                        .filter("providerId", "e.provider_id = :providerId", Kind.ID)
                        .filter("partnerId", ":partnerId = ANY (e.partner_ids)", Kind.ID)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("form", "e.form = :form", Kind.TEXT)
                        .filter("mark", ":mark = ANY (e.marks)", Kind.TEXT)
                        .filter("tag", ":tag = ANY (e.tags)", Kind.TEXT)
                        .filter("competence", ":competence = ANY (e.competences)", Kind.TEXT)
                        .filter("status", "e.status = :status", Kind.TEXT)
                        .filter("inRegisterOn", "e.included_on <= :inRegisterOn"
                                + " AND (e.excluded_on IS NULL OR e.excluded_on > :inRegisterOn)", Kind.DATE))
                .refers("providerId", ORGANISATION).refers("partnerIds", ORGANISATION).refers("tutorIds", PERSON)
                .own("status", Programme.Status.NOT_FILED).own("filedOn", null).own("decidedOn", null)
                .own("includedOn", null).own("excludedOn", null).own("registerNumber", null)
                .shows("openDeficits", OPEN_DEFICITS)
                .columns(COLUMNS)
                .seenByAll()
                .keptBy(Role.COORDINATOR).keptBy(Role.PROVIDER, Caller::organisationId, Programme::providerId)
                .rules(rules::check)
                .announced(ProgrammeChanged.TOPIC);
    }

    @Bean
    Feed programmeFeed(Register<Programme> programmes) {
        return programmes.feed(List.of("title", "kind", "providerId"), List.of("providerId", "kind", "title", "hours", "form",
                "distanceShare", "marks", "tags", "topics", "audience", "competences", "partnerIds", "modules", "status",
                "filedOn", "decidedOn", "includedOn", "excludedOn", "registerNumber"), "organisations");
    }

    @Bean
    ImportKind programmeImport(RegisterFiles files, Register<Programme> programmes) {
        return files.importOf(programmes, Role.COORDINATOR);
    }
}
