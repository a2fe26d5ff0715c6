package ru.nms.registry.community;

import static ru.nms.registry.community.CommunityReference.COMMUNITY;
import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.person.PersonReference;

/// The register of who takes part in which community.
@Configuration(proxyBeanMethods = false)
class MemberConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.text("community", "Объединение").mandatory(),
            Column.text("person", "Участник", "ФИО").mandatory().withHint("У однофамильцев — с датой рождения в скобках"),
            Column.coded("role", List.of(Choice.of("HEAD", "Руководитель"), Choice.of("MEMBER", "Участник")), "Роль").mandatory(),
            Column.date("since", "С").mandatory(),
            Column.date("until", "До").withHint("Первый день, когда уже не участник"));

    @Bean
    Register<Member> communityMembers() {
        return Register.of("community-members", "community_member", Member.class)
                .key(it -> Stream.of(it.communityId(), it.personId(), it.since()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("communityId", "e.community_id = :communityId", Kind.ID)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("role", "e.role = :role", Kind.TEXT)
                        .filter("on", "e.since <= :on AND (e.until IS NULL OR e.until > :on)", Kind.DATE))
                .refers("communityId", COMMUNITY).refers("personId", PERSON)
                .columns(COLUMNS)
                .seen(PersonReference.visible("e.person_id"))
                .kept((caller, change) -> caller.is(Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION))
                .rules(change -> rules(change.after()))
                .about(it -> List.of(it.personId()));
    }

    private static Faults rules(Member it) {
        return new Faults().unless(it.until() == null || it.until().isAfter(it.since()), Fault.at("/until", "ends-before-start"));
    }

    @Bean
    Feed communityMemberFeed(Register<Member> communityMembers) {
        return communityMembers.feed(List.of("communityId", "personId"), List.of("communityId", "personId", "role", "since",
                "until"), "communities", "people");
    }

    @Bean
    ImportKind communityMemberImport(RegisterFiles files, Register<Member> communityMembers) {
        return files.importOf(communityMembers, Role.COORDINATOR);
    }
}
