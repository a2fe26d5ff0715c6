package ru.nms.registry.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Table;

/// The card of a municipality: its people and organisations today; teachers, methodists and their ratio by year.
final class MunicipalityReport {

    static final String CODE = "municipality-card";

    private static final Table<Line> SUMMARY = Line.table("Муниципалитет", "name", "Муниципалитет", "territoryType", "Тип территории",
            "organisations", "Организаций", "lowResults", "С низкими результатами", "disadvantaged", "В неблагоприятных условиях",
            "people", "Работников", "teachers", "Педагогов", "young", "Молодых педагогов", "management", "Управленческих кадров",
            "regionalMethodists", "Региональных методистов", "municipalMethodists", "Методистов ММС");

    private static final Table<Line> YEARS = Line.table("По годам", "year", "Год", "teachersReported", "Педагогов по отчёту",
            "teachersRecorded", "Педагогов в реестре", "methodistsReported", "Методистов по отчёту",
            "methodistsRecorded", "Методистов в реестре", "reportedPerMethodist", "Педагогов на методиста по отчёту",
            "recordedPerMethodist", "Педагогов на методиста в реестре");

    private static final Table<Line> ORGANISATIONS = Line.table("Организации по видам", "kind", "Вид", "organisations", "Организаций",
            "teachers", "Педагогов", "young", "Молодых педагогов");

    private static final String SUMMARY_SQL = """
            SELECT m.name, m.territory_type, o.*, w.*,
                   (SELECT count(DISTINCT x.id) FROM methodist x JOIN post s ON s.person_id = x.person_id AND s.municipality_id = m.id
                     WHERE x.kind = 'REGIONAL' AND NOT x.deleted AND x.since <= :today AND (x.until IS NULL OR x.until > :today)
                       AND s.since <= :today AND (s.until IS NULL OR s.until > :today)) AS regional_methodists,
                   (SELECT count(*) FROM methodist x WHERE x.kind = 'MUNICIPAL' AND x.municipality_id = m.id AND NOT x.deleted
                       AND x.since <= :today AND (x.until IS NULL OR x.until > :today)) AS municipal_methodists
              FROM municipality m
             CROSS JOIN LATERAL (SELECT count(*) AS organisations, count(*) FILTER (WHERE o.details @> '{"flags": ["LOW_RESULTS"]}') AS low_results,
                          count(*) FILTER (WHERE o.details @> '{"flags": ["DISADVANTAGED"]}') AS disadvantaged
                     FROM organisation o WHERE o.municipality_id = m.id AND (o.closed_on IS NULL OR o.closed_on > :today)) AS o
             CROSS JOIN LATERAL (SELECT count(DISTINCT s.person_id) AS people,
                          count(DISTINCT s.person_id) FILTER (WHERE s.teaching) AS teachers,
                          count(DISTINCT s.person_id) FILTER (WHERE s.teaching AND p.young_days @> :today) AS young,
                          count(DISTINCT s.person_id) FILTER (WHERE s.management) AS management
                     FROM post s JOIN person p ON p.id = s.person_id AND NOT p.deleted
                    WHERE s.municipality_id = m.id AND s.since <= :today AND (s.until IS NULL OR s.until > :today)) AS w
             WHERE m.id = :id
            """;

    /// The records are asked for the last day of the year, or for today before it.
    private static final String YEARS_SQL = """
            SELECT y.year, y.teachers_reported, t.n AS teachers_recorded, y.methodists_reported, d.n AS methodists_recorded,
                   round(CAST(y.teachers_reported AS numeric) / nullif(y.methodists_reported, 0), 1) AS reported_per_methodist,
                   round(CAST(t.n AS numeric) / nullif(d.n, 0), 1) AS recorded_per_methodist
              FROM (SELECT k.year, CAST(m.teachers_reported ->> CAST(k.year AS text) AS int) AS teachers_reported,
                           CAST(m.methodists ->> CAST(k.year AS text) AS int) AS methodists_reported,
                           least(make_date(k.year, 12, 31), CAST(:today AS date)) AS day
                      FROM municipality m
                     CROSS JOIN LATERAL (SELECT CAST(r.key AS int) AS year FROM jsonb_each(m.teachers_reported || m.methodists) AS r
                                          UNION SELECT CAST(extract(year FROM CAST(:today AS date)) AS int)) AS k
                     WHERE m.id = :id) AS y
             CROSS JOIN LATERAL (SELECT count(DISTINCT s.person_id) AS n FROM post s JOIN person p ON p.id = s.person_id AND NOT p.deleted
                                  WHERE s.municipality_id = :id AND s.teaching AND s.since <= y.day AND (s.until IS NULL OR s.until > y.day)) AS t
             CROSS JOIN LATERAL (SELECT count(*) AS n FROM methodist x WHERE x.municipality_id = :id AND x.kind = 'MUNICIPAL' AND NOT x.deleted
                                    AND x.since <= y.day AND (x.until IS NULL OR x.until > y.day)) AS d
             ORDER BY y.year DESC
            """;

    private static final String ORGANISATIONS_SQL = """
            SELECT o.kind, count(DISTINCT o.id) AS organisations, count(DISTINCT p.id) AS teachers,
                   count(DISTINCT p.id) FILTER (WHERE p.young_days @> :today) AS young
              FROM organisation o
              LEFT JOIN post s ON s.organisation_id = o.id AND s.teaching AND s.since <= :today AND (s.until IS NULL OR s.until > :today)
              LEFT JOIN person p ON p.id = s.person_id AND NOT p.deleted
             WHERE o.municipality_id = :id AND (o.closed_on IS NULL OR o.closed_on > :today)
             GROUP BY o.kind ORDER BY o.kind
            """;

    private MunicipalityReport() {}

    static Tabular<Report> of(Reading reading, UUID id, LocalDate today) {
        var values = Map.of("id", id, "today", today);
        return Report.of(reading.words(), CODE, today, new Section<>("summary", SUMMARY, reading.lines(SUMMARY_SQL, values)),
                new Section<>("years", YEARS, reading.lines(YEARS_SQL, values)),
                new Section<>("organisations", ORGANISATIONS, reading.lines(ORGANISATIONS_SQL, values)));
    }
}
