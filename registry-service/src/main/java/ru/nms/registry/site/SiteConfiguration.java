package ru.nms.registry.site;

import static ru.nms.registry.act.ActReference.ACT;
import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;
import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;
import ru.nms.contracts.SiteChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.competence.CompetenceAreas;
import ru.nms.registry.organisation.Equipment;

/// The register of sites.
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.coded("kind", List.of(Choice.of("INTERNSHIP", "Стажировочная", "Стажировочная площадка"),
                    Choice.of("INNOVATION", "Инновационная", "Инновационная площадка")), "Вид").mandatory(),
            Column.text("organisation", "Организация").mandatory(),
            Column.text("title", "Название", "Проект").mandatory(),
            Column.text("subjects", "Предметы").multiple(),
            Column.text("competences", "Компетенции").multiple(),
            Column.of("capacity", Column.Kind.INTEGER, "Мест"),
            Column.date("since", "Статус с").mandatory(),
            Column.date("until", "Статус до").withHint("Первый день без статуса"),
            Column.date("selectedOn", "Отобрана"),
            Column.text("experience", "Успешный опыт"),
            Column.text("supervisor", "Руководитель").withHint("ФИО; у однофамильцев — с датой рождения в скобках"),
            Column.text("listAct", "Акт о перечне"),
            Column.coded("equipment", Equipment.choices(), "Оборудование").multiple());

    @Bean
    Register<Site> sites(RegionProfile profile, SitePlacesStore places) {
        var areas = CompetenceAreas.of(profile);
        return Register.of("sites", "site", Site.class)
                .key(it -> Stream.of(it.kind(), it.organisationId(), it.title()))
                .words(it -> Stream.concat(Stream.of(it.title()), it.subjects().stream()))
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("organisationId", "e.organisation_id = :organisationId", Kind.ID)
                        .filter("municipalityId", "o.municipality_id = :municipalityId", Kind.ID,
                                "FROM organisation o WHERE o.id = e.organisation_id")
                        .filter("subject", ":subject = ANY (e.subjects)", Kind.TEXT)
                        .filter("competence", ":competence = ANY (e.competences)", Kind.TEXT)
                        .filter("equipment", ":equipment = ANY (e.equipment)", Kind.TEXT)
                        .filter("supervisorId", "e.supervisor_id = :supervisorId", Kind.ID)
                        .filter("on", "e.since <= :on AND (e.until IS NULL OR e.until > :on)", Kind.DATE))
                .open("q", "kind", "organisationId", "municipalityId", "subject", "competence", "equipment", "on")
                .refers("organisationId", ORGANISATION).refers("supervisorId", PERSON).refers("listActId", ACT)
                .shows("organisation", "(SELECT o.name FROM organisation o WHERE o.id = e.organisation_id)")
                .columns(COLUMNS)
                .found("site", "e.title")
                .seenByAll().keptBy(Role.COORDINATOR)
                .rules(change -> check(change.after()).addAll(areas.check(change.after().competences())))
                .facts(change -> room(change, places))
                .announced(SiteChanged.TOPIC);
    }

    /// What is planned must stay possible.
    private static Mono<Faults> room(Change<Site> change, SitePlacesStore places) {
        var before = change.before();
        var after = SitePlacesStore.Offer.of(change.after());
        return before == null || SitePlacesStore.Offer.of(before).equals(after) ? Mono.just(new Faults()) : places.changed(change.id(), after);
    }

    private static Faults check(Site it) {
        boolean hosts = it.kind() == Site.Kind.INTERNSHIP;
        return new Faults()
                .unless(it.until() == null || it.until().isAfter(it.since()), Fault.at("/until", "ends-before-start"))
                .unless(!hosts || it.capacity() != null, Fault.at("/capacity", "required"))
                .unless(!hosts || it.experience() != null && !it.experience().isBlank(), Fault.at("/experience", "required"))
                .unless(!hosts || it.selectedOn() != null, Fault.at("/selectedOn", "required"))
                .unless(it.selectedOn() == null || !it.selectedOn().isAfter(it.since()), Fault.at("/since", "ends-before-start"))
                .unless(hosts || it.supervisorId() != null, Fault.at("/supervisorId", "required"));
    }

    @Bean
    Feed siteFeed(Register<Site> sites) {
        return sites.feed(List.of("kind", "organisationId", "title"), List.of("kind", "organisationId", "title", "subjects",
                "competences", "capacity", "since", "until", "plan", "equipment"), "organisations");
    }

    @Bean
    ImportKind siteImport(RegisterFiles files, Register<Site> sites) {
        return files.importOf(sites, Role.COORDINATOR);
    }
}
