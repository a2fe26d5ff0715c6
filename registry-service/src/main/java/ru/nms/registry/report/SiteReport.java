package ru.nms.registry.report;

import java.time.LocalDate;
import java.time.Year;
import java.util.Map;

import reactor.core.publisher.Flux;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Table;
import ru.nms.registry.site.SiteFiguresStore;
import ru.nms.registry.site.SiteFiguresStore.Figures;

/// The register of sites in a year, and statistics of internships. No person stands in it.
final class SiteReport {

    static final String CODE = "sites";

    private static final int YEARS_BACK = 4;

    private static final Table<Line> SITES = Line.table("Площадки", "title", "Площадка", "kind", "Вид", "organisation", "Организация",
            "municipality", "Муниципалитет", "subjects", "Предметы", "since", "Статус с", "until", "Статус до", "capacity", "Мест",
            "programmes", "Программ стажировки", "internships", "Стажировок за год", "people", "Стажёров за год");

    private static final Table<Figures> FIGURES = Table.<Figures>named("По годам").column("year", "Год", Figures::year)
            .column("internshipSites", "Стажировочных площадок", Figures::internshipSites)
            .column("innovationSites", "Инновационных площадок", Figures::innovationSites)
            .column("individualProgrammes", "Индивидуальных программ", Figures::individualProgrammes)
            .column("groupProgrammes", "Групповых программ", Figures::groupProgrammes)
            .column("internships", "Стажировок", Figures::internships).column("people", "Стажёров", Figures::people);

    private static final String SITES_SQL = """
            SELECT e.id, e.title, e.kind, name_on(o.name, o.former_names, :last) AS organisation, m.name AS municipality, e.subjects, e.since, e.until, e.capacity,
                   (SELECT count(*) FROM internship_programme p WHERE p.site_id = e.id AND NOT p.deleted) AS programmes, i.*
              FROM site e JOIN organisation o ON o.id = e.organisation_id LEFT JOIN municipality m ON m.id = o.municipality_id
             CROSS JOIN LATERAL (SELECT count(*) AS internships, count(DISTINCT i.person_id) AS people
                     FROM internship i JOIN internship_programme p ON p.id = i.internship_programme_id
                    WHERE p.site_id = e.id AND i.status = 'COMPLETED' AND i.until BETWEEN :first AND :last AND NOT i.deleted) AS i
             WHERE NOT e.deleted AND e.since <= :last AND (e.until IS NULL OR e.until > :first)
             ORDER BY e.kind, m.name_key, o.name_key, e.title, e.id
            """;

    private SiteReport() {}

    static Tabular<Report> of(ReportStore store, ReportWords words, SiteFiguresStore figures, int year) {
        var first = Year.of(year).atDay(1);
        var last = LocalDate.of(year, 12, 31);
        return Report.of(words, CODE, last, new Section<>("sites", SITES, store.read(SITES_SQL, Map.of("first", first, "last", last))),
                new Section<>("years", FIGURES, Flux.range(year - YEARS_BACK, YEARS_BACK + 1).concatMap(figures::of)));
    }
}
