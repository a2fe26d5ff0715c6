package ru.nms.registry.material;

import static ru.nms.registry.municipality.MunicipalityReference.MUNICIPALITY;
import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;
import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;
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
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.competence.CompetenceAreas;

/// The register of joint projects.
@Configuration(proxyBeanMethods = false)
class ProjectConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.coded("kind", List.of(Choice.of("METHOD_TEAM", "Проектная методическая команда"),
                    Choice.of("NETWORK_INNOVATION", "Сетевой инновационный проект"), Choice.of("DEVELOPMENT_CONCEPT", "Концепция развития"),
                    Choice.of("NEW_CONTENT", "Новое содержание или технология")), "Вид").mandatory(),
            Column.text("title", "Название").mandatory(),
            Column.text("novelty", "Новизна").mandatory(),
            Column.text("competences", "Компетенции").multiple(),
            Column.text("participant", "Участники").multiple(),
            Column.text("member", "Члены команды").multiple(),
            Column.text("municipality", "Муниципалитет", "МО"),
            Column.date("since", "С").mandatory(),
            Column.date("until", "До").withHint("Первый день, когда уже не идёт"));

    @Bean
    Register<Project> projects(RegionProfile profile, RegionCalendar calendar, DatabaseClient db) {
        var areas = CompetenceAreas.of(profile);
        return Register.of("projects", "project", Project.class)
                .key(it -> Stream.of(it.kind(), it.title(), it.since()))
                .words(it -> Stream.of(it.title(), it.novelty()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("stage", "e.stage = :stage", Kind.TEXT)
                        .filter("participantId", ":participantId = ANY (e.participant_ids)", Kind.ID)
                        .filter("memberId", ":memberId = ANY (e.member_ids)", Kind.ID)
                        .filter("municipalityId", "e.municipality_id = :municipalityId", Kind.ID)
                        .filter("on", "e.since <= :on AND (e.until IS NULL OR e.until > :on)", Kind.DATE))
                .refers("participantIds", ORGANISATION).refers("memberIds", PERSON).refers("municipalityId", MUNICIPALITY)
                .own("stage", Project.Stage.DEVELOPMENT).own("stageOn", null)
                .columns(COLUMNS)
                .found("project", "e.title")
                .seenByAll().keptBy(Role.COORDINATOR)
                .rules(change -> check(change.after(), calendar).addAll(areas.check(change.after().competences())))
                .facts(change -> change.after().kind() == Project.Kind.METHOD_TEAM ? team(change.after(), db) : Mono.just(new Faults()))
                .about(Project::memberIds);
    }

    private static Faults check(Project it, RegionCalendar calendar) {
        boolean joint = it.kind() == Project.Kind.NETWORK_INNOVATION;
        return new Faults()
                .unless(it.until() == null || it.until().isAfter(it.since()), Fault.at("/until", "ends-before-start"))
                .unless(it.kind() == Project.Kind.METHOD_TEAM || !it.participantIds().isEmpty(), Fault.at("/participantIds", "required"))
                .unless(!joint || it.participantIds().size() >= 2, Fault.at("/participantIds", "two-parties"))
                .unless(it.stageOn() == null || !it.stageOn().isAfter(calendar.today()), Fault.at("/on", "not-future"))
                .unless(it.stageOn() == null || !it.stageOn().isBefore(it.since()), Fault.at("/on", "ends-before-start"));
    }

    private static Mono<Faults> team(Project it, DatabaseClient db) {
        return db.sql("""
                SELECT count(DISTINCT p.organisation_id) AS n FROM post p
                 WHERE p.person_id = ANY (:members) AND p.since <= :since AND (p.until IS NULL OR p.until > :since)
                """)
                .bind("members", it.memberIds().toArray(UUID[]::new)).bind("since", it.since())
                .map(row -> row.get("n", Long.class)).one()
                .map(organisations -> new Faults().unless(organisations > 1, Fault.at("/memberIds", "several-organisations")));
    }

    @Bean
    Feed projectFeed(Register<Project> projects) {
        return projects.feed(List.of("kind", "title", "since"), List.of("kind", "title", "novelty", "competences", "participantIds",
                "municipalityId", "since", "until", "stage", "stageOn"), "organisations");
    }

    @Bean
    ImportKind projectImport(RegisterFiles files, Register<Project> projects) {
        return files.importOf(projects, Role.COORDINATOR);
    }
}
