package ru.nms.registry.body;

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
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;

/// The register of marks of providers.
@Configuration(proxyBeanMethods = false)
class ProviderMarkConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.text("organisation", "Организация ДПО").mandatory(),
            Column.coded("kind", List.of(Choice.of("REGIONAL_REQUIREMENTS", "Региональные требования"),
                    Choice.of("FEDERAL_LIST", "Федеральный перечень")), "Отметка").mandatory(),
            Column.of("fulfilled", Column.Kind.BOOL, "Соответствует", "Входит").mandatory(),
            Column.date("since", "С").mandatory(),
            Column.date("until", "До").withHint("Первый день, когда уже не действует"),
            Column.text("document", "Документ").mandatory());

    @Bean
    Register<ProviderMark> providerMarks() {
        return Register.of("provider-marks", "provider_mark", ProviderMark.class)
                .key(it -> Stream.of(it.organisationId(), it.kind(), it.since()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("organisationId", "e.organisation_id = :organisationId", Kind.ID)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("fulfilled", "e.fulfilled = :fulfilled", Kind.YES_NO)
                        .filter("on", "e.since <= :on AND (e.until IS NULL OR e.until > :on)", Kind.DATE))
                .refers("organisationId", ORGANISATION)
                .columns(COLUMNS)
                .seenByAll().keptBy(Role.COORDINATOR, Role.MINISTRY)
                .rules(change -> new Faults().unless(change.after().until() == null
                        || change.after().until().isAfter(change.after().since()), Fault.at("/until", "ends-before-start")));
    }

    @Bean
    Feed providerMarkFeed(Register<ProviderMark> providerMarks) {
        return providerMarks.feed(List.of("organisationId", "kind", "since"),
                List.of("organisationId", "kind", "fulfilled", "since", "until", "document"), "organisations");
    }

    @Bean
    ImportKind providerMarkImport(RegisterFiles files, Register<ProviderMark> providerMarks) {
        return files.importOf(providerMarks, Role.COORDINATOR);
    }
}
