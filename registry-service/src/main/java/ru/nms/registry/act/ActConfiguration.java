package ru.nms.registry.act;

import static ru.nms.registry.act.ActReference.ACT;
import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;
import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.contracts.ActChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.register.Registers;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.competence.CompetenceAreas;

/// The register of acts.
@Configuration(proxyBeanMethods = false)
class ActConfiguration {

    private static final String AMENDED_BY = """
            (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number, 'date', a.date) ORDER BY a.date, a.id), '[]')
               FROM act a WHERE e.id = ANY (a.amends_ids) AND NOT a.deleted)""";

    private static final String REPEALED_BY = """
            (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number, 'date', a.date) ORDER BY a.date, a.id), '[]')
               FROM act a WHERE e.id = ANY (a.repeals_ids) AND NOT a.deleted)""";

    private static final String STATUS = """
            CASE WHEN e.in_force_on IS NULL THEN 'UNKNOWN' WHEN e.in_force_on > :today THEN 'NOT_YET'
                 WHEN e.repealed_on <= :today THEN 'ENDED' ELSE 'IN_FORCE' END""";

    /// The date on an annex and the one on its main act are not the same.
    private static final String MISMATCH = """
            (SELECT m.date FROM act m WHERE m.id = e.annex_to_id AND NOT m.deleted AND m.date <> e.date)""";

    private static final Map<Act.Kind, String> KINDS = Map.ofEntries(
            Map.entry(Act.Kind.LAW, "Закон"), Map.entry(Act.Kind.DECREE, "Постановление"), Map.entry(Act.Kind.ORDER, "Приказ"),
            Map.entry(Act.Kind.REGULATION, "Положение"), Map.entry(Act.Kind.CONCEPT, "Концепция"),
            Map.entry(Act.Kind.ROADMAP, "Дорожная карта"), Map.entry(Act.Kind.PLAN, "План"), Map.entry(Act.Kind.ANNEX, "Приложение"),
            Map.entry(Act.Kind.LETTER, "Письмо"), Map.entry(Act.Kind.NETWORK_REGULATION, "Регламент сетевого взаимодействия"),
            Map.entry(Act.Kind.OTHER, "Иной"));

    private static final Columns COLUMNS = Columns.of(
            Column.coded("kind", Arrays.stream(Act.Kind.values()).map(it -> Choice.of(it.name(), Objects.requireNonNull(KINDS.get(it)))).toList(), "Вид").mandatory(),
            Column.text("issuer", "Кто издал"),
            Column.text("number", "Номер"),
            Column.date("date", "Дата"),
            Column.text("title", "О чём", "Предмет").mandatory(),
            Column.text("file", "Файл"),
            Column.text("purposes", "Назначение").multiple(),
            Column.text("amends", "Изменяет").multiple(),
            Column.text("repeals", "Отменяет").multiple(),
            Column.text("annexTo", "Приложение к"),
            Column.of("annexNo", Column.Kind.INTEGER, "Номер приложения"),
            Column.text("party", "Стороны").multiple(),
            Column.text("responsible", "Ответственный").withHint("ФИО; у однофамильцев — с датой рождения в скобках"),
            Column.text("duty", "За что отвечает"),
            Column.date("effectiveOn", "Вступает в силу"),
            Column.date("until", "Действует до").withHint("Первый день, когда уже не действует"));

    @Bean
    Register<Act> acts(RegionProfile profile, ActStore store, Registers registers) {
        var acts = Register.of("acts", "act", Act.class);
        return acts.key(it -> Stream.of(it.kind(), it.issuer(), it.number(), it.date(), it.title(), it.annexToId(), it.annexNo()))
                .words(it -> Stream.of(it.title(), it.number(), it.issuer()))
                .listed(listing -> listing.sort("date", "coalesce(e.date, DATE '0001-01-01')", Kind.DATE)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("number", "e.number = :number", Kind.TEXT)
                        .filter("purpose", ":purpose = ANY (e.purposes)", Kind.TEXT)
                        .filter("amends", ":amends = ANY (e.amends_ids)", Kind.ID)
                        .filter("repeals", ":repeals = ANY (e.repeals_ids)", Kind.ID)
                        .filter("annexToId", "e.annex_to_id = :annexToId", Kind.ID)
                        .filter("partyId", ":partyId = ANY (e.party_ids)", Kind.ID)
                        .filter("responsibleId", "e.responsible_id = :responsibleId", Kind.ID)
                        .filter("dateMismatch", "(" + MISMATCH + " IS NOT NULL) = :dateMismatch", Kind.YES_NO)
                        .filter("on", "e.in_force_on <= :on AND (e.repealed_on IS NULL OR e.repealed_on > :on)", Kind.DATE))
                .open("q", "kind", "number", "purpose", "amends", "repeals", "annexToId", "on")
                .refers("amendsIds", ACT).refers("repealsIds", ACT).refers("annexToId", ACT).refers("partyIds", ORGANISATION)
                .refers("responsibleId", PERSON)
                .own("inForceOn", null).own("repealedOn", null).own("endedById", null)
                .derived(store::inForce)
                .followed(id -> registers.refresh(acts, new Scope.Condition("""
                        e.id <> :act AND (e.annex_to_id = :act OR e.ended_by_id = :act
                            OR e.id IN (SELECT unnest(a.repeals_ids) FROM act a WHERE a.id = :act))""", Map.of("act", id))))
                .shows("status", STATUS).shows("amendedBy", AMENDED_BY).shows("repealedBy", REPEALED_BY)
                .shows("mainActDate", MISMATCH)
                .columns(COLUMNS)
                .found("act", "e.title")
                .seenByAll().keptBy(Role.COORDINATOR, Role.MINISTRY)
                .rules(change -> check(change, profile))
                .about(it -> it.responsibleId() == null ? List.of() : List.of(it.responsibleId()))
                .announced(ActChanged.TOPIC);
    }

    private static Faults check(Change<Act> change, RegionProfile profile) {
        var it = change.after();
        return new Faults()
                .unless(it.date() != null || it.annexToId() != null, Fault.at("/date", "required"))
                .unless(!change.id().equals(it.annexToId()), Fault.at("/annexToId", "own-act"))
                .unless(!it.amendsIds().contains(change.id()), Fault.at("/amendsIds", "own-act"))
                .unless(!it.repealsIds().contains(change.id()), Fault.at("/repealsIds", "own-act"))
                .unless(it.effectiveOn() == null || it.until() == null || it.until().isAfter(it.effectiveOn()),
                        Fault.at("/until", "ends-before-start"))
                .unless(it.responsibleId() == null || it.duty() != null && !it.duty().isBlank(), Fault.at("/duty", "required"))
                .unless(it.kind() != Act.Kind.NETWORK_REGULATION || !it.partyIds().isEmpty(), Fault.at("/partyIds", "required"))
                .addAll(CompetenceAreas.outside(it.purposes(), ActPurposes.of(profile), "purposes", "no-such-purpose", profile.mainClause()));
    }

    @Bean
    Feed actFeed(Register<Act> acts) {
        return acts.feed(List.of("kind", "number", "date"), List.of("kind", "issuer", "number", "date", "title", "file", "purposes",
                "amendsIds", "repealsIds", "annexToId", "annexNo", "inForceOn", "repealedOn"), "organisations");
    }

    @Bean
    ImportKind actImport(RegisterFiles files, Register<Act> acts) {
        return files.importOf(acts, Role.COORDINATOR);
    }
}
