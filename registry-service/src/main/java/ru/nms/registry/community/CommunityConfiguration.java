package ru.nms.registry.community;

import static ru.nms.registry.municipality.MunicipalityReference.MUNICIPALITY;
import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;
import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.contracts.CommunityChanged;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.search.Searched;

/// The register of communities.
@Configuration(proxyBeanMethods = false)
class CommunityConfiguration {

    @Bean
    Register<Community> communities(RegionProfile profile) {
        var rules = new CommunityRules(profile);
        return Register.of("communities", "community", Community.class)
                .key(it -> Stream.of(it.title(), it.kind(), it.level(), it.municipalityId(), it.hostId()))
                .words(it -> Stream.concat(Stream.of(it.title(), profile.label(it.kind())), it.subjects().stream()))
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("level", "e.level = :level", Kind.TEXT)
                        .filter("subject", ":subject = ANY (e.subjects)", Kind.TEXT)
                        .filter("networked", "e.networked = :networked", Kind.YES_NO)
                        .filter("young", "e.young = :young", Kind.YES_NO)
                        .filter("municipalityId", "e.municipality_id = :municipalityId", Kind.ID)
                        .filter("hostId", "e.host_id = :hostId", Kind.ID)
                        .filter("leaderId", "e.leader_id = :leaderId", Kind.ID)
                        .filter("on", "(e.since IS NULL OR e.since <= :on) AND (e.until IS NULL OR e.until > :on)", Kind.DATE))
                .refers("municipalityId", MUNICIPALITY).refers("hostId", ORGANISATION).refers("leaderId", PERSON)
                .columns(columns(profile))
                .seenByAll()
                .kept(CommunityConfiguration::keeps)
                .rules(change -> rules.check(change.after()))
                .announced(CommunityChanged.TOPIC);
    }

    /// The coordinator keeps all communities, a municipality and an organisation their own.
    private static boolean keeps(Caller caller, Change<Community> change) {
        return caller.is(Role.COORDINATOR) || keeps(caller, change.after())
                && (change.before() == null || keeps(caller, change.before()));
    }

    private static boolean keeps(Caller caller, Community it) {
        return caller.is(Role.MUNICIPALITY) && it.municipalityId() != null && it.municipalityId().equals(caller.municipalityId())
                || caller.is(Role.ORGANISATION) && it.hostId() != null && it.hostId().equals(caller.organisationId());
    }

    private static Columns columns(RegionProfile profile) {
        var kinds = profile.organisationKinds().stream()
                .flatMap(kind -> Stream.concat(Stream.of(kind.kind()), kind.subkinds().stream())).distinct()
                .map(kind -> Choice.of(kind, profile.label(kind))).toList();
        return Columns.of(
                Column.coded("kind", kinds, "Вид объединения", "Вид").mandatory(),
                Column.coded("level", profile.levels().stream().map(it -> Choice.of(it.code(), it.title())).toList(), "Уровень")
                        .mandatory(),
                Column.text("title", "Название", "Наименование").mandatory(),
                Column.coded("scope", List.of(Choice.of("SUBJECT", "Предметное"), Choice.of("INTER_SUBJECT", "Межпредметное")),
                        "Охват").mandatory(),
                Column.text("subjects", "Предметы").multiple(),
                Column.of("networked", Column.Kind.BOOL, "Сетевое"),
                Column.of("young", Column.Kind.BOOL, "Молодых педагогов"),
                Column.text("municipality", "Муниципалитет", "МО"),
                Column.text("host", "Организация"),
                Column.text("leader", "Руководитель").withHint("ФИО; у однофамильцев — с датой рождения в скобках"),
                Column.date("since", "Действует с"),
                Column.date("until", "Действует до").withHint("Первый день, когда уже не действует"));
    }

    @Bean
    Feed communityFeed(Register<Community> communities) {
        return communities.feed(List.of("title", "kind", "municipalityId"), List.of("kind", "level", "title", "scope",
                "subjects", "networked", "young", "municipalityId", "hostId", "since", "until"), "organisations");
    }

    @Bean
    ImportKind communityImport(RegisterFiles files, Register<Community> communities) {
        return files.importOf(communities, Role.COORDINATOR);
    }

    @Bean
    Searched searchedCommunities() {
        return new Searched("community", "community e WHERE NOT e.deleted", "e.id", "e.title", "e.search_key",
                caller -> Scope.Condition.ALL);
    }
}
