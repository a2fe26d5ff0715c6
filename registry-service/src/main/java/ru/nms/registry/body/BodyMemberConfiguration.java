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
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;
import ru.nms.registry.person.PersonReference;

/// The register of members of method bodies.
@Configuration(proxyBeanMethods = false)
class BodyMemberConfiguration {

    /// How the profiles say that a category is asked for.
    private static final String HIGHEST = "высшей категории";

    private static final Columns COLUMNS = Columns.of(
            Column.text("body", "Объединение").mandatory(),
            Column.text("person", "Член", "ФИО").mandatory().withHint("У однофамильцев — с датой рождения в скобках"),
            Column.text("admittedAs", "В качестве").mandatory(),
            Column.date("consentOn", "Дата согласия").mandatory(),
            Column.date("since", "С").mandatory(),
            Column.date("until", "До").withHint("Первый день, когда уже не член"));

    @Bean
    Register<BodyMember> bodyMembers(RegionProfile profile, BodyStore store) {
        return Register.of("body-members", "body_member", BodyMember.class)
                .key(it -> Stream.of(it.bodyId(), it.personId(), it.since()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("bodyId", "e.body_id = :bodyId", Kind.ID)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("on", "e.since <= :on AND (e.until IS NULL OR e.until > :on)", Kind.DATE))
                .refers("bodyId", BODY).refers("personId", PERSON)
                .columns(COLUMNS)
                .seen(PersonReference.visible("e.person_id"))
                .keptBy(Role.COORDINATOR)
                .rules(change -> new Faults()
                        .unless(!change.after().since().isBefore(change.after().consentOn()), Fault.at("/consentOn", "ends-before-start"))
                        .unless(change.after().until() == null || change.after().until().isAfter(change.after().since()),
                                Fault.at("/until", "ends-before-start")))
                .facts(change -> admitted(change.after(), profile, store))
                .about(it -> List.of(it.personId()));
    }

    /// Where the region says whom it admits, nobody else is; where it asks for the highest category, that is checked.
    private static Mono<Faults> admitted(BodyMember it, RegionProfile profile, BodyStore store) {
        return store.kind(it.bodyId()).zipWith(store.category(it.personId()).defaultIfEmpty("")).map(found -> {
            var body = found.getT1();
            var admitted = profile.kinds(body.kind(), body.level()).stream()
                    .filter(kind -> Objects.equals(kind.variant(), body.variant()))
                    .flatMap(kind -> kind.membership().stream()).toList();
            return new Faults()
                    .unless(admitted.isEmpty() || admitted.contains(it.admittedAs()),
                            Fault.at("/admittedAs", "not-admitted", String.join(", ", admitted)))
                    .unless(!it.admittedAs().contains(HIGHEST) || found.getT2().equals("HIGHEST"), Fault.at("/personId", "needs-highest-category"));
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
