package ru.nms.registry.body;

import static ru.nms.registry.act.ActReference.ACT;
import static ru.nms.registry.body.BodyReference.BODY;
import static ru.nms.registry.municipality.MunicipalityReference.MUNICIPALITY;
import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.OrganisationKind;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;

/// The register of method bodies.
@Configuration(proxyBeanMethods = false)
class BodyConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.text("kind", "Вид").mandatory(),
            Column.text("level", "Уровень").mandatory(),
            Column.text("variant", "Разновидность"),
            Column.text("title", "Название").mandatory(),
            Column.text("subject", "Предметная область"),
            Column.text("host", "Организация"),
            Column.text("municipality", "Муниципалитет", "МО"),
            Column.text("partOf", "Входит в"),
            Column.text("listAct", "Акт о составе"));

    @Bean
    Register<Body> bodies(RegionProfile profile, BodyStore store) {
        return Register.of("bodies", "body", Body.class)
                .key(it -> Stream.of(it.kind(), it.variant(), it.title(), it.municipalityId()))
                .words(it -> Stream.of(it.title(), it.subject(), profile.label(it.kind())))
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("variant", "e.variant = :variant", Kind.TEXT)
                        .filter("hostId", "e.host_id = :hostId", Kind.ID)
                        .filter("municipalityId", "e.municipality_id = :municipalityId", Kind.ID)
                        .filter("partOfId", "e.part_of_id = :partOfId", Kind.ID))
                .refers("hostId", ORGANISATION).refers("municipalityId", MUNICIPALITY).refers("partOfId", BODY).refers("listActId", ACT)
                .shows("members", "(SELECT count(*) FROM body_member m WHERE m.body_id = e.id AND NOT m.deleted"
                        + " AND m.since <= :today AND (m.until IS NULL OR m.until > :today))")
                .columns(COLUMNS)
                .found("body", "e.title")
                .seenByAll().keptBy(Role.COORDINATOR)
                .rules(change -> check(change.after(), profile))
                .facts(change -> partOf(change.after(), profile, store));
    }

    private static Faults check(Body it, RegionProfile profile) {
        var kinds = profile.kinds(it.kind(), it.level());
        var variants = kinds.stream().map(OrganisationKind::variant).filter(Objects::nonNull).toList();
        var clause = profile.clause(kinds.stream().map(OrganisationKind::source));
        return new Faults()
                .unless(!kinds.isEmpty(), Fault.at("/kind", "no-such-kind", it.level(), it.kind()).under(profile.levelsClause()))
                .unless(kinds.isEmpty() || (variants.isEmpty() ? it.variant() == null : variants.contains(it.variant())),
                        Fault.at("/variant", "not-one-of", String.join(", ", variants)).under(clause))
                .unless(it.hostId() != null || variants.isEmpty() && kinds.stream().allMatch(kind -> kind.parent() == null),
                        Fault.at("/hostId", "required").under(clause));
    }

    /// A kind that the region makes a part of another one names the body it belongs to.
    private static Mono<Faults> partOf(Body it, RegionProfile profile, BodyStore store) {
        var kinds = profile.kinds(it.kind(), it.level());
        var whole = kinds.stream().map(OrganisationKind::partOf).filter(Objects::nonNull)
                .collect(Collectors.joining());
        if (whole.isEmpty()) {
            return Mono.just(new Faults());
        }
        var missing = new Faults().unless(false, Fault.at("/partOfId", "part-of", profile.label(whole))
                .under(profile.clause(kinds.stream().map(OrganisationKind::source))));
        return Mono.justOrEmpty(it.partOfId()).flatMap(store::kind).filter(found -> found.kind().equals(whole))
                .map(found -> new Faults()).defaultIfEmpty(missing);
    }

    @Bean
    Feed bodyFeed(Register<Body> bodies) {
        return bodies.feed(List.of("kind", "title"), List.of("kind", "level", "variant", "title", "subject", "hostId", "municipalityId",
                "partOfId", "listActId", "plan"), "organisations", "acts");
    }

    @Bean
    ImportKind bodyImport(RegisterFiles files, Register<Body> bodies) {
        return files.importOf(bodies, Role.COORDINATOR);
    }
}
