package ru.nms.registry.act;

import static ru.nms.registry.municipality.MunicipalityReference.MUNICIPALITY;
import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;

/// The register of agreements.
@Configuration(proxyBeanMethods = false)
class AgreementConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.coded("kind", List.of(Choice.of("TRIPARTITE", "Трёхстороннее соглашение"), Choice.of("COOPERATION", "Соглашение о сотрудничестве"),
                    Choice.of("CONTRACT", "Договор")), "Вид").mandatory(),
            Column.text("number", "Номер"),
            Column.text("title", "Предмет").mandatory(),
            Column.date("since", "Действует с").mandatory(),
            Column.date("until", "Действует до").withHint("Первый день, когда уже не действует"),
            Column.text("party", "Стороны").multiple(),
            Column.text("municipality", "Муниципалитет", "МО"),
            Column.coded("status", List.of(Choice.of("DRAFT", "Проект"), Choice.of("SIGNED", "Подписано"), Choice.of("ENDED", "Окончено")),
                    "Состояние"),
            Column.text("file", "Файл"));

    @Bean
    Register<Agreement> agreements(RegionProfile profile, AgreementStore store) {
        var rules = new AgreementRules(profile);
        return Register.of("agreements", "agreement", Agreement.class)
                .key(it -> Stream.of(it.kind(), it.number(), it.title(), it.since(), it.municipalityId()))
                .words(it -> Stream.of(it.title(), it.number()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("status", "e.status = :status", Kind.TEXT)
                        .filter("partyId", ":partyId = ANY (e.party_ids)", Kind.ID)
                        .filter("municipalityId", "e.municipality_id = :municipalityId", Kind.ID)
                        .filter("on", "e.status <> 'DRAFT' AND e.since <= :on AND (e.until IS NULL OR e.until > :on)", Kind.DATE))
                .refers("partyIds", ORGANISATION).refers("municipalityId", MUNICIPALITY)
                .shows("trained", "(SELECT count(DISTINCT t.employee_id) FROM mms_training t WHERE t.agreement_id = e.id"
                        + " AND t.ended_on IS NOT NULL AND NOT t.deleted)")
                .own("status", Agreement.Status.DRAFT)
                .columns(COLUMNS)
                .seenByAll().keptBy(Role.COORDINATOR, Role.MINISTRY)
                .rules(change -> rules.check(change.after()))
                .facts(change -> parties(change, rules, store));
    }

    /// One that was concluded otherwise before can still be ended.
    private static Mono<Faults> parties(Change<Agreement> change, AgreementRules rules, AgreementStore store) {
        var it = change.after();
        return it.kind() != Agreement.Kind.TRIPARTITE || it.sameSides(change.before()) ? Mono.just(new Faults())
                : store.parties(it.partyIds()).collectList().map(parties -> rules.parties(it, parties));
    }

    @Bean
    Feed agreementFeed(Register<Agreement> agreements) {
        return agreements.feed(List.of("kind", "number", "title", "since"), List.of("kind", "number", "title", "since", "until",
                "partyIds", "municipalityId", "obligations", "status"), "organisations");
    }

    @Bean
    ImportKind agreementImport(RegisterFiles files, Register<Agreement> agreements) {
        return files.importOf(agreements, Role.COORDINATOR);
    }
}
