package ru.nms.registry.report;

import java.time.LocalDate;
import java.util.Map;

import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Table;
import ru.nms.registry.act.PresenceStore;
import ru.nms.registry.act.PresenceStore.Municipality;
import ru.nms.registry.act.PresenceStore.Presence;

/// Which acts and agreements are there on a day, and which municipalities lack one.
final class PresenceReport {

    static final String CODE = "acts";

    private static final Table<Presence> ACTS = Table.<Presence>named("Акты").column("purpose", "Назначение", Presence::purpose)
            .column("title", "Какой акт", Presence::title).column("required", "Обязателен", Presence::required)
            .column("present", "Есть", Presence::present).column("acts", "Актов в силе", it -> it.actIds().size());

    private static final Table<Line> AGREEMENTS = Line.table("Соглашения", "municipality", "Муниципалитет", "kind", "Вид", "number", "Номер",
            "title", "Название", "since", "С", "until", "До");

    private static final Table<Municipality> LACKING = Table.<Municipality>named("Без соглашения")
            .column("name", "Муниципалитет", Municipality::name);

    private static final String AGREEMENTS_SQL = """
            SELECT e.id, m.name AS municipality, e.kind, e.number, e.title, e.since, e.until
              FROM agreement e LEFT JOIN municipality m ON m.id = e.municipality_id
             WHERE NOT e.deleted AND e.status <> 'DRAFT' AND e.since <= :on AND (e.until IS NULL OR e.until > :on)
             ORDER BY m.name_key NULLS LAST, e.kind, e.since, e.id
            """;

    private PresenceReport() {}

    static Tabular<Report> of(ReportStore store, ReportWords words, PresenceStore presence, LocalDate on) {
        return Report.of(words, CODE, on, new Section<>("acts", ACTS, presence.acts(on)),
                new Section<>("agreements", AGREEMENTS, store.read(AGREEMENTS_SQL, Map.of("on", on))),
                new Section<>("municipalitiesWithoutAgreement", LACKING, presence.withoutAgreement(on), true));
    }
}
