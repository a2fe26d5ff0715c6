package ru.nms.registry.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Table;

/// Statistics of training that ended from one day to another.
final class TrainingReport {

    static final String CODE = "training";

    private static final Table<Line> TOTAL = counted("Всего");
    private static final Table<Line> YEARS = counted("По годам", "year", "Год");
    private static final Table<Line> KINDS = counted("По видам программ", "kind", "Вид программы");
    private static final Table<Line> PROVIDERS = counted("По организациям", "provider", "Организация");
    private static final Table<Line> TAGS = counted("По темам учёта", "tag", "Тема");
    private static final Table<Line> MUNICIPALITIES = counted("По муниципалитетам", "municipality", "Муниципалитет");

    private static final String COUNTS = """
            count(DISTINCT c.id) AS completions, count(DISTINCT c.person_id) AS people,
            count(DISTINCT c.id) FILTER (WHERE c.in_register) AS in_register,
            round(100.0 * count(DISTINCT c.id) FILTER (WHERE c.in_register) / nullif(count(DISTINCT c.id), 0), 1) AS in_register_percent,
            count(DISTINCT c.id) FILTER (WHERE c.chosen_by_diagnostics) AS chosen_by_diagnostics,
            round(100.0 * count(DISTINCT c.id) FILTER (WHERE c.chosen_by_diagnostics) / nullif(count(DISTINCT c.id), 0), 1)
                AS chosen_by_diagnostics_percent""";

    private static final String COUNTED = """
              FROM completion c JOIN programme g ON g.id = c.programme_id %s
             WHERE NOT c.deleted AND c.until BETWEEN :from AND :to
            """;

    private static final String BY_PROVIDER = select("name_on(o.name, o.former_names, :to) AS provider, ", "JOIN organisation o ON o.id = g.provider_id",
            "GROUP BY o.id ORDER BY 1, o.id");

    /// Where the person worked on the last day of the training; who worked in two, learnt for both.
    private static final String BY_MUNICIPALITY = select("m.name AS municipality, ", """
            LEFT JOIN post s ON s.person_id = c.person_id AND s.since <= c.until AND (s.until IS NULL OR s.until > c.until)
            LEFT JOIN municipality m ON m.id = s.municipality_id""", "GROUP BY m.id ORDER BY m.name_key NULLS LAST, m.id");

    private TrainingReport() {}

    private static Table<Line> counted(String title, String... by) {
        return Line.table(title, Stream.concat(Stream.of(by), Stream.of("completions", "Обучений", "people", "Человек", "inRegister",
                "По программам реестра", "inRegisterPercent", "Из них, %", "chosenByDiagnostics", "По результатам диагностики",
                "chosenByDiagnosticsPercent", "Из всех, %")).toArray(String[]::new));
    }

    private static String select(String by, String joined, String grouped) {
        return "SELECT " + by + COUNTS + COUNTED.formatted(joined) + grouped;
    }

    static Tabular<Report> of(ReportStore store, ReportWords words, LocalDate from, LocalDate to) {
        var period = Map.of("from", from, "to", to);
        return Report.of(words, CODE, to, new Section<>("total", TOTAL, store.read(select("", "", ""), period)),
                new Section<>("years", YEARS, store.read(select("CAST(extract(year FROM c.until) AS int) AS year, ", "",
                        "GROUP BY 1 ORDER BY 1"), period)),
                new Section<>("kinds", KINDS, store.read(select("g.kind, ", "", "GROUP BY g.kind ORDER BY g.kind"), period)),
                new Section<>("providers", PROVIDERS, store.read(BY_PROVIDER, period)),
                new Section<>("tags", TAGS, store.read(select("t.tag, ", "CROSS JOIN LATERAL unnest(g.tags) AS t (tag)",
                        "GROUP BY t.tag ORDER BY t.tag"), period)),
                new Section<>("municipalities", MUNICIPALITIES, store.read(BY_MUNICIPALITY, period), true));
    }
}
