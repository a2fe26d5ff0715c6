package ru.nms.registry.rma;

import static ru.nms.registry.methodist.MethodistReference.METHODIST;
import static ru.nms.registry.municipality.MunicipalityReference.MUNICIPALITY;
import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.keeping.Act;
import ru.nms.registry.keeping.Keeping;
import ru.nms.registry.person.PersonReference;

/// The registers of the regional methodists' body.
@Configuration(proxyBeanMethods = false)
class RmaConfiguration {

    private static final String METHODIST_PERSON = "(SELECT m.person_id FROM methodist m WHERE m.id = e.methodist_id)";

    @Bean
    Register<RmaList> rmaLists() {
        return Register.of("rma-lists", "rma_list", RmaList.class)
                .key(it -> Stream.of(it.title()))
                .words(it -> Stream.of(it.title(), it.act() == null ? null : it.act().number()))
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT)
                        .filter("approved", "(e.act IS NOT NULL) = :approved", Kind.YES_NO)
                        .filter("methodistId", ":methodistId = ANY (e.methodist_ids)", Kind.ID))
                .refers("methodistIds", METHODIST)
                .columns(Columns.of(Stream.concat(Stream.of(Column.text("title", "Название").mandatory(),
                        Column.text("methodist", "Методисты").multiple().mandatory()), Act.columns()).toList()))
                .shows("approved", "e.act IS NOT NULL")
                .seenByAll().keptBy(Role.COORDINATOR)
                .rules(RmaRules::list);
    }

    @Bean
    Register<RmaRoadmap> rmaRoadmaps(RegionProfile profile) {
        var rules = new RmaRules(profile);
        return Register.of("rma-roadmaps", "rma_roadmap", RmaRoadmap.class)
                .key(it -> Stream.of(it.year()))
                .listed(listing -> listing.sort("year", "e.year", Kind.NUMBER).filter("year", "e.year = :year", Kind.NUMBER))
                .items("measures", Map.of(), "title", "from")
                .columns(Columns.of(Column.of("year", Column.Kind.INTEGER, "Год").mandatory(),
                        Column.date("revisedOn", "Актуализирована").mandatory(),
                        Column.text("measures.title", "Мероприятие").mandatory(),
                        Column.coded("measures.direction", directions(profile), "Направление").mandatory(),
                        Column.date("measures.from", "С").mandatory(), Column.date("measures.to", "По").mandatory(),
                        Column.text("measures.result", "Результат")))
                .seenByAll().keptBy(Role.COORDINATOR)
                .rules(change -> rules.roadmap(change.after())
                        .unless(change.before() == null || !change.after().revisedOn().isBefore(change.before().revisedOn()),
                                Fault.at("/revisedOn", "before-last-revision")));
    }

    private static List<Choice> directions(RegionProfile profile) {
        return profile.methodist().activities().stream().map(it -> Choice.of(it.code(), it.title())).toList();
    }

    @Bean
    Register<RmaActivity> rmaActivities(RegionProfile profile) {
        var rules = new RmaRules(profile);
        return Register.of("rma-activities", "rma_activity", RmaActivity.class)
                .key(it -> Stream.of(it.methodistId(), it.heldOn(), it.title()))
                .words(it -> Stream.of(it.title()))
                .listed(listing -> listing.sort("heldOn", "e.held_on", Kind.DATE)
                        .filter("methodistId", "e.methodist_id = :methodistId", Kind.ID)
                        .filter("direction", "e.direction = :direction", Kind.TEXT)
                        .filter("from", "e.held_on >= :from", Kind.DATE).filter("to", "e.held_on <= :to", Kind.DATE))
                .refers("methodistId", METHODIST)
                .columns(Columns.of(Column.text("methodist", "Методист", "ФИО").mandatory(),
                        Column.coded("direction", directions(profile), "Направление").mandatory(),
                        Column.date("heldOn", "Дата").mandatory(), Column.text("title", "Содержание").mandatory(),
                        Column.of("teachers", Column.Kind.INTEGER, "Педагогов")))
                .seen(PersonReference.visible(METHODIST_PERSON)).keptBy(Role.COORDINATOR)
                .rules(change -> rules.activity(change.after()));
    }

    @Bean
    Register<RmaCoordinator> rmaCoordinators(RegionProfile profile, RmaStore store) {
        var rules = new RmaRules(profile);
        return Register.of("rma-coordinators", "rma_coordinator", RmaCoordinator.class)
                .key(it -> Stream.of(it.municipalityId(), it.since()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("municipalityId", "e.municipality_id = :municipalityId", Kind.ID)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("on", Keeping.ON, Kind.DATE))
                .refers("municipalityId", MUNICIPALITY).refers("personId", PERSON)
                .columns(Columns.of(Column.text("municipality", "Муниципалитет", "МО").mandatory(),
                        Column.text("person", "Координатор", "ФИО").mandatory(), Column.date("since", "С").mandatory(),
                        Column.date("until", "До")))
                .seen(PersonReference.visible("e.person_id")).keptBy(Role.COORDINATOR)
                .rules(change -> rules.coordinator(change.after()))
                .factsAmong(change -> store.coordinated(change.id(), change.after()).map(taken -> new Faults()
                        .unless(!taken, Fault.at("/municipalityId", "coordinated-already"))))
                .about(it -> List.of(it.personId()));
    }

    @Bean
    ImportKind rmaActivityImport(RegisterFiles files, Register<RmaActivity> rmaActivities) {
        return files.importOf(rmaActivities, Role.COORDINATOR);
    }

    @Bean
    ImportKind rmaCoordinatorImport(RegisterFiles files, Register<RmaCoordinator> rmaCoordinators) {
        return files.importOf(rmaCoordinators, Role.COORDINATOR);
    }

    @Bean
    ImportKind rmaListImport(RegisterFiles files, Register<RmaList> rmaLists) {
        return files.importOf(rmaLists, Role.COORDINATOR);
    }

    @Bean
    ImportKind rmaRoadmapImport(RegisterFiles files, Register<RmaRoadmap> rmaRoadmaps) {
        return files.importOf(rmaRoadmaps, Role.COORDINATOR);
    }

    @Bean
    Feed rmaListFeed(Register<RmaList> rmaLists) {
        return rmaLists.feed(List.of("title"), List.of("title", "methodistIds", "act"), "methodists");
    }

    @Bean
    Feed rmaActivityFeed(Register<RmaActivity> rmaActivities) {
        return rmaActivities.feed(List.of("methodistId", "heldOn"), List.of("methodistId", "direction", "heldOn", "title",
                "teachers"), "methodists");
    }

    @Bean
    Feed rmaCoordinatorFeed(Register<RmaCoordinator> rmaCoordinators) {
        return rmaCoordinators.feed(List.of("municipalityId", "since"), List.of("municipalityId", "personId", "since", "until"),
                "municipalities", "people");
    }
}
