package ru.nms.registry.material;

import static ru.nms.registry.community.CommunityReference.COMMUNITY;
import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;
import static ru.nms.registry.person.PersonReference.PERSON;

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
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.competence.CompetenceAreas;

/// The register of materials.
@Configuration(proxyBeanMethods = false)
class MaterialConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.coded("kind", List.of(Choice.of("WORK", "Разработка"), Choice.of("RECOMMENDATION", "Методические рекомендации"),
                    Choice.of("DIGITAL", "Цифровой материал"), Choice.of("TECHNIQUE", "Методика"), Choice.of("DIDACTIC", "Дидактические материалы"),
                    Choice.of("PUBLICATION", "Публикация"), Choice.of("RESOURCE", "Ресурс")), "Вид").mandatory(),
            Column.text("title", "Название").mandatory(),
            Column.text("annotation", "Аннотация"),
            Column.text("link", "Ссылка"),
            Column.text("publishedIn", "Издание", "Сайт"),
            Column.date("publishedOn", "Дата публикации"),
            Column.text("organisation", "Организация"),
            Column.text("community", "Объединение"),
            Column.text("author", "Авторы").multiple(),
            Column.text("subjects", "Предметы").multiple(),
            Column.text("competences", "Компетенции").multiple());

    @Bean
    Register<Material> materials(RegionProfile profile) {
        var areas = CompetenceAreas.of(profile);
        return Register.of("materials", "material", Material.class)
                .key(it -> Stream.of(it.kind(), it.title(), it.organisationId(), it.link()))
                .words(it -> Stream.concat(Stream.of(it.title(), it.annotation(), it.publishedIn()), it.subjects().stream()))
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("organisationId", "e.organisation_id = :organisationId", Kind.ID)
                        .filter("communityId", "e.community_id = :communityId", Kind.ID)
                        .filter("authorId", ":authorId = ANY (e.author_ids)", Kind.ID)
                        .filter("subject", ":subject = ANY (e.subjects)", Kind.TEXT)
                        .filter("competence", ":competence = ANY (e.competences)", Kind.TEXT))
                .refers("organisationId", ORGANISATION).refers("communityId", COMMUNITY).refers("authorIds", PERSON)
                .columns(COLUMNS)
                .found("material", "e.title")
                .seenByAll()
                .keptBy(Role.COORDINATOR)
                .keptBy(Role.ORGANISATION, Caller::organisationId, Material::organisationId)
                .keptBy(Role.PROVIDER, Caller::organisationId, Material::organisationId)
                .rules(change -> check(change.after()).addAll(areas.check(change.after().competences())))
                .about(Material::authorIds);
    }

    private static Faults check(Material it) {
        boolean linked = it.kind().linked();
        return new Faults()
                .unless(!linked || it.link() != null, Fault.at("/link", "required"))
                .unless(linked || it.annotation() != null && !it.annotation().isBlank(), Fault.at("/annotation", "required"))
                .unless(it.kind() != Material.Kind.PUBLICATION || it.publishedIn() != null, Fault.at("/publishedIn", "required"));
    }

    @Bean
    Feed materialFeed(Register<Material> materials) {
        return materials.feed(List.of("kind", "title"), List.of("kind", "title", "annotation", "link", "publishedIn", "publishedOn",
                "organisationId", "communityId", "subjects", "competences"), "organisations", "communities");
    }

    @Bean
    ImportKind materialImport(RegisterFiles files, Register<Material> materials) {
        return files.importOf(materials, Role.COORDINATOR);
    }
}
