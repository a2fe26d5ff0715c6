package ru.nms.registry.act;

import static ru.nms.registry.municipality.MunicipalityReference.MUNICIPALITY;
import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    Register<Agreement> agreements(RegionProfile profile) {
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
                .rules(change -> check(change.after(), profile));
    }

    /// A tripartite agreement binds the ministry, the institute or the centre, and a municipality, which may stand there as
    /// its authority; each side has obligations of its own.
    private static Faults check(Agreement it, RegionProfile profile) {
        boolean three = it.kind() == Agreement.Kind.TRIPARTITE;
        boolean municipal = profile.territory().municipalityLevel() != null;
        return new Faults()
                .unless(it.until() == null || it.until().isAfter(it.since()), Fault.at("/until", "ends-before-start"))
                .unless(!three || municipal, Fault.at("/kind", "no-municipal-level"))
                .unless(!three || !municipal || it.municipalityId() != null, Fault.at("/municipalityId", "required"))
                .unless(it.partyIds().size() >= 2, Fault.at("/partyIds", "two-parties"))
                .unless(!three || Set.copyOf(it.partyIds()).size() == it.partyIds().size() && it.partyIds().size() <= 3,
                        Fault.at("/partyIds", "three-parties"))
                .unless(it.obligations().stream().allMatch(duty -> it.partyIds().contains(duty.partyId())),
                        Fault.at("/obligations", "not-a-party"));
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
