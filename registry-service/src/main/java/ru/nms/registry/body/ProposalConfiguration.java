package ru.nms.registry.body;

import static ru.nms.registry.body.BodyReference.BODY;

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
import ru.nms.platform.table.Columns;

/// The register of proposals to the ministry.
@Configuration(proxyBeanMethods = false)
class ProposalConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.text("body", "Объединение").mandatory(),
            Column.text("title", "О чём").mandatory(),
            Column.text("text", "Предложение").mandatory(),
            Column.date("madeOn", "Дата").mandatory(),
            Column.text("answer", "Ответ"),
            Column.date("answeredOn", "Дата ответа"));

    @Bean
    Register<Proposal> bodyProposals() {
        return Register.of("body-proposals", "body_proposal", Proposal.class)
                .key(it -> Stream.of(it.bodyId(), it.title(), it.madeOn()))
                .words(it -> Stream.of(it.title(), it.text()))
                .listed(listing -> listing.sort("madeOn", "e.made_on", Kind.DATE)
                        .filter("bodyId", "e.body_id = :bodyId", Kind.ID)
                        .filter("answered", "(e.answered_on IS NOT NULL) = :answered", Kind.YES_NO))
                .refers("bodyId", BODY)
                .columns(COLUMNS)
                .seenByAll().keptBy(Role.COORDINATOR, Role.MINISTRY)
                .rules(change -> check(change.after()));
    }

    private static Faults check(Proposal it) {
        return new Faults()
                .unless((it.answer() == null) == (it.answeredOn() == null), Fault.at(it.answer() == null ? "/answer" : "/answeredOn", "required"))
                .unless(it.answeredOn() == null || !it.answeredOn().isBefore(it.madeOn()), Fault.at("/answeredOn", "ends-before-start"));
    }

    @Bean
    Feed bodyProposalFeed(Register<Proposal> bodyProposals) {
        return bodyProposals.feed(List.of("bodyId", "title", "madeOn"), List.of("bodyId", "title", "text", "madeOn", "answer", "answeredOn"),
                "bodies");
    }

    @Bean
    ImportKind bodyProposalImport(RegisterFiles files, Register<Proposal> bodyProposals) {
        return files.importOf(bodyProposals, Role.COORDINATOR);
    }
}
