package ru.nms.diagnostics.framework;

import static ru.nms.diagnostics.framework.FrameworkReference.COMPETENCE;
import static ru.nms.diagnostics.framework.FrameworkReference.FRAMEWORK;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Kind;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;

/// The registers of frameworks.
@Configuration(proxyBeanMethods = false)
class FrameworkConfiguration {

    private static final Role[] MAKERS = {Role.ASSESSOR, Role.COORDINATOR};

    @Bean
    Register<Framework> frameworkVersions(CompetenceRules rules) {
        return Register.of("frameworks", "framework", Framework.class)
                .key(it -> Stream.of(it.code(), it.versionName()))
                .words(it -> Stream.of(it.code(), it.title(), it.description(), it.source()))
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT)
                        .filter("code", "e.code = :code", Kind.TEXT)
                        .filter("status", "e.status = :status", Kind.TEXT))
                .own("identifier", null).own("status", Framework.Status.DRAFT).own("adoptedOn", null).own("deprecatedOn", null)
                .derived(entries -> known(entries, Framework::knownAs))
                .columns(Columns.of(Column.text("code", "Код").mandatory(), Column.text("versionName", "Версия").mandatory(),
                        Column.text("title", "Название").mandatory(), Column.text("description", "Описание"),
                        Column.text("source", "Источник"), Column.text("status", "Статус"), Column.date("adoptedOn", "Утверждена"),
                        Column.date("deprecatedOn", "Выведена из действия")))
                .seenByAll().keptBy(MAKERS)
                .facts(rules::framework);
    }

    @Bean
    Register<Competence> competences(CompetenceRules rules) {
        return Register.of("competences", "competence", Competence.class)
                .key(it -> Stream.of(it.frameworkId(), it.code()))
                .words(it -> Stream.of(it.code(), it.title()))
                .listed(listing -> listing.sort("code", "e.code", Kind.TEXT)
                        .filter("frameworkId", "e.framework_id = :frameworkId", Kind.ID)
                        .filter("parentId", "e.parent_id = :parentId", Kind.ID)
                        .filter("area", "e.area = :area", Kind.TEXT))
                .refers("frameworkId", FRAMEWORK).refers("parentId", COMPETENCE)
                .own("identifier", null)
                .derived(entries -> known(entries, Competence::knownAs))
                .columns(Columns.of(Column.text("framework", "Рамка").mandatory(), Column.text("code", "Код").mandatory(),
                        Column.text("title", "Компетенция").mandatory(), Column.text("area", "Область компетенций"),
                        Column.text("parent", "Входит в")))
                .seenByAll().keptBy(MAKERS)
                .rules(change -> rules.alone(change.after()))
                .facts(rules::among);
    }

    @Bean
    Register<CompetenceLink> competenceLinks(CompetenceRules rules) {
        return Register.of("competence-links", "competence_link", CompetenceLink.class)
                .key(it -> Stream.of(it.fromId(), it.toId(), it.kind()))
                .listed(listing -> listing.sort("kind", "e.kind", Kind.TEXT)
                        .filter("fromId", "e.from_id = :fromId", Kind.ID)
                        .filter("toId", "e.to_id = :toId", Kind.ID)
                        .filter("kind", "e.kind = :kind", Kind.TEXT))
                .refers("fromId", COMPETENCE).refers("toId", COMPETENCE)
                .own("identifier", null)
                .derived(entries -> known(entries, CompetenceLink::knownAs))
                .columns(Columns.of(Column.text("from", "Компетенция").mandatory(), Column.text("kind", "Связь").mandatory(),
                        Column.text("to", "Связанная компетенция").mandatory()))
                .seenByAll().keptBy(MAKERS)
                .facts(change -> rules.link(change.after()));
    }

    @Bean
    Register<Scale> scales(CompetenceRules rules) {
        return Register.of("scales", "scale", Scale.class)
                .key(it -> Stream.of(it.frameworkId(), it.code()))
                .words(it -> Stream.of(it.code(), it.title()))
                .listed(listing -> listing.sort("code", "e.code", Kind.TEXT)
                        .filter("frameworkId", "e.framework_id = :frameworkId", Kind.ID))
                .refers("frameworkId", FRAMEWORK)
                .columns(Columns.of(Column.text("framework", "Рамка").mandatory(), Column.text("code", "Код").mandatory(),
                        Column.text("title", "Шкала").mandatory(), Column.of("threshold", Column.Kind.DECIMAL, "Порог, %").mandatory()))
                .seenByAll().keptBy(MAKERS)
                .rules(change -> CompetenceRules.levels(change.after()))
                .facts(rules::scale);
    }

    /// Other systems know a thing by the identifier it came with, or by one made of ours: CASE takes UUIDs of versions 1 to 5 only,
    /// ours are of version 7.
    private static <S> Mono<List<S>> known(List<Entry<S>> entries, BiFunction<S, UUID, S> as) {
        return Mono.just(entries.stream()
                .map(entry -> as.apply(entry.content(), UUID.nameUUIDFromBytes(entry.id().toString().getBytes(StandardCharsets.UTF_8)))).toList());
    }

    @Bean
    Feed frameworkFeed(Register<Framework> frameworks) {
        return frameworks.feed(List.of("code", "versionName"), List.of("code", "versionName", "title", "source", "identifier",
                "status", "adoptedOn", "deprecatedOn"));
    }

    @Bean
    Feed competenceFeed(Register<Competence> competences) {
        return competences.feed(List.of("frameworkId", "code"), List.of("frameworkId", "code", "title", "area", "parentId",
                "identifier"), "frameworks");
    }
}
