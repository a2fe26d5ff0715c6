package ru.nms.registry.body;

import static ru.nms.registry.body.BodyReference.BODY;
import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.Admission;
import ru.nms.platform.region.OrganisationKind;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.person.PersonReference;

/// The register of members of method bodies.
@Configuration(proxyBeanMethods = false)
class BodyMemberConfiguration {

    /// In a region that does not say whom it admits, any words are as good as others.
    private static Columns columns(RegionProfile profile) {
        var admitted = profile.organisationKinds().stream().flatMap(kind -> kind.membership().stream())
                .map(it -> Choice.of(it.code(), it.title())).distinct().toList();
        return Columns.of(
                Column.text("body", "Объединение").mandatory(),
                Column.text("person", "Член", "ФИО").mandatory().withHint("У однофамильцев — с датой рождения в скобках"),
                (admitted.isEmpty() ? Column.text("admittedAs", "В качестве") : Column.coded("admittedAs", admitted, "В качестве")).mandatory(),
                Column.date("consentOn", "Дата согласия").mandatory(),
                Column.date("since", "С").mandatory(),
                Column.date("until", "До").withHint("Первый день, когда уже не член"));
    }

    @Bean
    Register<BodyMember> bodyMembers(RegionProfile profile, BodyStore store) {
        return Register.of("body-members", "body_member", BodyMember.class)
                .key(it -> Stream.of(it.bodyId(), it.personId(), it.since()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("bodyId", "e.body_id = :bodyId", Kind.ID)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("on", "e.since <= :on AND (e.until IS NULL OR e.until > :on)", Kind.DATE))
                .refers("bodyId", BODY).refers("personId", PERSON)
                .columns(columns(profile))
                .seen(PersonReference.visible("e.person_id"))
                .keptBy(Role.COORDINATOR)
                .rules(change -> new Faults()
                        .unless(!change.after().since().isBefore(change.after().consentOn()), Fault.at("/consentOn", "ends-before-start"))
                        .unless(change.after().until() == null || change.after().until().isAfter(change.after().since()),
                                Fault.at("/until", "ends-before-start")))
                .facts(change -> admitted(change.after(), profile, store))
                .about(it -> List.of(it.personId()));
    }

    /// Where the region says whom it admits, nobody else is; where it asks for a category, that is checked.
    private static Mono<Faults> admitted(BodyMember it, RegionProfile profile, BodyStore store) {
        return store.kind(it.bodyId()).zipWith(store.category(it.personId()).defaultIfEmpty("")).map(found -> {
            var body = found.getT1();
            var kinds = profile.kinds(body.kind(), body.level()).stream().filter(kind -> Objects.equals(kind.variant(), body.variant())).toList();
            var admissions = kinds.stream().flatMap(kind -> kind.membership().stream()).toList();
            var clause = profile.clause(kinds.stream().map(OrganisationKind::source));
            var codes = admissions.stream().map(Admission::code).toList();
            return new Faults()
                    .unless(codes.isEmpty() || codes.contains(it.admittedAs()),
                            Fault.at("/admittedAs", "not-admitted", String.join(", ", codes)).under(clause))
                    .unless(admissions.stream().filter(admission -> admission.code().equals(it.admittedAs()))
                            .allMatch(admission -> admission.category() == null || admission.category().equals(found.getT2())),
                            Fault.at("/personId", "needs-highest-category").under(clause));
        });
    }

    @Bean
    Feed bodyMemberFeed(Register<BodyMember> bodyMembers) {
        return bodyMembers.feed(List.of("bodyId", "personId"), List.of("bodyId", "personId", "admittedAs", "since", "until"),
                "bodies", "people");
    }

    @Bean
    ImportKind bodyMemberImport(RegisterFiles files, Register<BodyMember> bodyMembers) {
        return files.importOf(bodyMembers, Role.COORDINATOR);
    }
}
