package ru.nms.registry.community;

import static ru.nms.registry.community.CommunityReference.COMMUNITY;
import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Reference;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;
import ru.nms.registry.keeping.Keeping;

/// The registers of what communities do: yearly results, networks and their materials, support.
@Configuration(proxyBeanMethods = false)
class CommunityWorkConfiguration {

    private static final Reference NETWORK = Reference.titled("network", "community_network");

    @Bean
    Register<CommunityResult> communityResults() {
        return Register.of("community-results", "community_result", CommunityResult.class)
                .key(it -> Stream.of(it.communityId(), it.year()))
                .words(it -> Stream.of(it.results(), it.analysis()))
                .listed(listing -> listing.sort("year", "e.year", Kind.NUMBER)
                        .filter("communityId", "e.community_id = :communityId", Kind.ID)
                        .filter("year", "e.year = :year", Kind.NUMBER)
                        .filter("analysed", "(e.analysis IS NOT NULL) = :analysed", Kind.YES_NO))
                .refers("communityId", COMMUNITY)
                .columns(Columns.of(Column.text("community", "Объединение").mandatory(),
                        Column.of("year", Column.Kind.INTEGER, "Год").mandatory(), Column.text("results", "Результаты").mandatory(),
                        Column.text("analysis", "Анализ"), Column.date("analysedOn", "Дата анализа")))
                .seenByAll().keptBy(Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION)
                .rules(change -> new Faults().unless((change.after().analysis() == null) == (change.after().analysedOn() == null),
                        Fault.at("/analysedOn", "required")));
    }

    @Bean
    Register<CommunityNetwork> communityNetworks() {
        return Register.of("community-networks", "community_network", CommunityNetwork.class)
                .key(it -> Stream.of(it.title()))
                .words(it -> Stream.of(it.title()))
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT)
                        .filter("communityId", ":communityId = ANY (e.community_ids)", Kind.ID).filter("on", Keeping.ON, Kind.DATE))
                .refers("communityIds", COMMUNITY)
                .found("community-network", "e.title")
                .shows("materials", "(SELECT count(*) FROM community_material m WHERE m.network_id = e.id"
                        + " AND m.published_on IS NOT NULL AND NOT m.deleted)")
                .columns(Columns.of(Column.text("title", "Название").mandatory(),
                        Column.text("community", "Объединения").sentences().mandatory(),
                        Column.date("since", "С").mandatory(), Column.date("until", "До")))
                .seenByAll().keptBy(Role.COORDINATOR)
                .rules(change -> Keeping.times(change.after().since(), change.after().until()));
    }

    @Bean
    Register<CommunityMaterial> communityMaterials(CommunityWorkStore store) {
        return Register.of("community-materials", "community_material", CommunityMaterial.class)
                .key(it -> Stream.of(it.communityId(), it.title()))
                .words(it -> Stream.of(it.title(), it.summary()))
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT)
                        .filter("networkId", "e.network_id = :networkId", Kind.ID)
                        .filter("communityId", "e.community_id = :communityId", Kind.ID)
                        .filter("published", "(e.published_on IS NOT NULL) = :published", Kind.YES_NO))
                .open("q")
                .refers("networkId", NETWORK).refers("communityId", COMMUNITY)
                .columns(Columns.of(Column.text("network", "Сеть").mandatory(), Column.text("community", "Объединение").mandatory(),
                        Column.text("title", "Название").mandatory(), Column.text("summary", "О чём").mandatory(),
                        Column.text("link", "Ссылка"), Column.date("publishedOn", "Опубликован")))
                .seenByAll().keptBy(Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION)
                .facts(change -> store.inNetwork(change.after().communityId(), change.after().networkId())
                        .map(member -> new Faults().unless(member, Fault.at("/communityId", "not-in-network"))));
    }

    @Bean
    Register<CommunitySupport> communitySupport() {
        return Register.of("community-support-programmes", "community_support", CommunitySupport.class)
                .key(it -> Stream.of(it.title(), it.since()))
                .words(it -> Stream.concat(Stream.of(it.title()), it.measures().stream()))
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT)
                        .filter("communityId", ":communityId = ANY (e.community_ids)", Kind.ID).filter("on", Keeping.ON, Kind.DATE))
                .refers("communityIds", COMMUNITY).refers("organiserId", ORGANISATION)
                .columns(Columns.of(Column.text("title", "Название").mandatory(),
                        Column.text("community", "Объединения").sentences().mandatory(), Column.text("organiser", "Организатор"),
                        Column.text("measures", "Меры").sentences().mandatory(),
                        Column.date("since", "С").mandatory(), Column.date("until", "До")))
                .seenByAll().keptBy(Role.COORDINATOR)
                .rules(change -> Keeping.times(change.after().since(), change.after().until()));
    }

    @Bean
    ImportKind communityResultImport(RegisterFiles files, Register<CommunityResult> communityResults) {
        return files.importOf(communityResults, Role.COORDINATOR);
    }

    @Bean
    ImportKind communityNetworkImport(RegisterFiles files, Register<CommunityNetwork> communityNetworks) {
        return files.importOf(communityNetworks, Role.COORDINATOR);
    }

    @Bean
    ImportKind communityMaterialImport(RegisterFiles files, Register<CommunityMaterial> communityMaterials) {
        return files.importOf(communityMaterials, Role.COORDINATOR);
    }

    @Bean
    ImportKind communitySupportImport(RegisterFiles files, Register<CommunitySupport> communitySupport) {
        return files.importOf(communitySupport, Role.COORDINATOR);
    }

    @Bean
    Feed communityNetworkFeed(Register<CommunityNetwork> communityNetworks) {
        return communityNetworks.feed(List.of("title"), List.of("title", "communityIds", "since", "until"), "communities");
    }

    @Bean
    Feed communityMaterialFeed(Register<CommunityMaterial> communityMaterials) {
        return communityMaterials.feed(List.of("title"), List.of("networkId", "communityId", "title", "link", "publishedOn"),
                "community-networks");
    }
}
