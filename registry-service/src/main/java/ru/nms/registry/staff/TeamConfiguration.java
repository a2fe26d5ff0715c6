package ru.nms.registry.staff;

import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;
import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;
import ru.nms.contracts.TeamChanged;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;

/// The register of management teams. The federation is told that there are some, not who is in them.
@Configuration(proxyBeanMethods = false)
class TeamConfiguration {

    private static final Scope.Columns VISIBLE = new Scope.Columns(
            "EXISTS (SELECT FROM organisation o WHERE o.id = e.organisation_id AND o.municipality_id = :scope)",
            "e.organisation_id = :scope", null,
            "e.members @> jsonb_build_array(jsonb_build_object('personId', CAST(:scope AS text)))");

    @Bean
    Register<Team> managementTeams(TeamStore store) {
        return Register.of("management-teams", "management_team", Team.class)
                .key(it -> Stream.of(it.organisationId(), it.since()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("organisationId", "e.organisation_id = :organisationId", Kind.ID)
                        .filter("municipalityId", """
                                EXISTS (SELECT FROM organisation o WHERE o.id = e.organisation_id
                                           AND o.municipality_id = :municipalityId)""", Kind.ID)
                        .filter("personId", "e.members @> jsonb_build_array(jsonb_build_object('personId', CAST(:personId AS text)))", Kind.ID)
                        .filter("on", "e.since <= :on AND (e.until IS NULL OR e.until > :on)", Kind.DATE))
                .refers("organisationId", ORGANISATION)
                .items("members", Map.of("personId", PERSON), "personId", "since")
                .columns(Columns.of(Column.text("organisation", "Организация").mandatory(), Column.date("since", "Команда с").mandatory(),
                        Column.date("until", "Команда до"), Column.text("members.person", "Участник", "ФИО").mandatory(),
                        Column.date("members.since", "Участвует с").mandatory(), Column.date("members.until", "Участвует до"),
                        Column.coded("members.role", List.of(Choice.of("HEAD", "Руководитель"), Choice.of("DEPUTY_HEAD", "Заместитель")),
                                "Роль")))
                .seen(caller -> Scope.of(caller).on(VISIBLE))
                .kept(TeamConfiguration::keeps)
                .rules(change -> change.after().check())
                .factsAmong(change -> facts(store, change))
                .about(Team::people)
                .announced(TeamChanged.TOPIC);
    }

    /// The coordinator keeps all teams, an organisation its own. (A municipality sees those of its organisations.)
    private static boolean keeps(Caller caller, Change<Team> change) {
        return caller.is(Role.COORDINATOR) || caller.is(Role.ORGANISATION)
                && change.after().organisationId().equals(caller.organisationId())
                && (change.before() == null || change.before().organisationId().equals(caller.organisationId()));
    }

    private static Mono<Faults> facts(TeamStore store, Change<Team> change) {
        var team = change.after();
        return store.turns("management-team " + team.organisationId())
                .then(Mono.zip(store.strangers(team), store.overlaps(change.id(), team)))
                .map(found -> {
                    var faults = new Faults().unless(!found.getT2(), Fault.at("/since", "second-team"));
                    found.getT1().forEach(n -> faults.unless(false, Fault.at("/members/" + n + "/personId", "not-in-charge")));
                    return faults;
                });
    }

    @Bean
    ImportKind managementTeamImport(RegisterFiles files, Register<Team> managementTeams) {
        return files.importOf(managementTeams, Role.COORDINATOR);
    }

    @Bean
    Feed managementTeamFeed(Register<Team> managementTeams) {
        return managementTeams.feed(List.of("organisationId", "since"), List.of("organisationId", "since", "until"), "organisations");
    }
}
