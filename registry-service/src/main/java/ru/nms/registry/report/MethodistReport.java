package ru.nms.registry.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.table.Table;
import ru.nms.registry.methodist.MethodistAccess;

/// The card of a methodist: who is assigned, and what the methodist did.
final class MethodistReport {

    static final String CODE = "methodist-card";

    private static final Table<Line> SUMMARY = Line.table("Методист", "name", "Методист", "kind", "Вид методиста", "municipality", "Муниципалитет",
            "engagement", "Оформление", "since", "Методист с", "until", "Методист до", "accompanied", "Сопровождает педагогов",
            "accompaniedYoung", "Из них молодых");

    private static final Table<Line> ASSIGNED = Line.table("Закреплённые педагоги", "name", "Педагог", "organisations", "Организации",
            "young", "Молодой педагог", "since", "С", "until", "До");

    private static final Table<Line> ACTIVITY = Line.table("Мероприятия", "heldOn", "Дата", "direction", "Направление", "title", "Название",
            "teachers", "Педагогов");

    private static final Table<Line> DIRECTIONS = Line.table("По направлениям", "direction", "Направление", "year", "Год",
            "activities", "Мероприятий", "teachers", "Педагогов");

    private static final String SUMMARY_SQL = """
            SELECT m.person_id, concat_ws(' ', p.last_name, p.first_name, p.patronymic) AS name, m.kind, t.name AS municipality,
                   m.engagement, m.since, m.until, w.*
              FROM methodist m JOIN person p ON p.id = m.person_id AND NOT p.deleted LEFT JOIN municipality t ON t.id = m.municipality_id
             CROSS JOIN LATERAL (SELECT count(*) AS accompanied,
                          count(*) FILTER (WHERE s.young_days @> :today) AS accompanied_young
                     FROM assignment a JOIN person s ON s.id = a.person_id AND NOT s.deleted
                    WHERE a.methodist_id = m.id AND NOT a.deleted AND a.since <= :today AND (a.until IS NULL OR a.until > :today)) AS w
             WHERE m.id = :id AND NOT m.deleted AND %s
            """;

    private static final String ASSIGNED_SQL = """
            SELECT a.person_id, concat_ws(' ', p.last_name, p.first_name, p.patronymic) AS name,
                   ARRAY(SELECT DISTINCT o.name FROM post s JOIN organisation o ON o.id = s.organisation_id
                          WHERE s.person_id = p.id AND s.since <= :today AND (s.until IS NULL OR s.until > :today) ORDER BY o.name) AS organisations,
                   p.young_days @> :today AS young, a.since, a.until
              FROM assignment a JOIN methodist m ON m.id = a.methodist_id JOIN person p ON p.id = a.person_id AND NOT p.deleted
             WHERE a.methodist_id = :id AND NOT a.deleted AND %s
             ORDER BY a.until DESC NULLS FIRST, p.name_key, a.id
            """;

    private static final String ACTIVITY_SQL = """
            SELECT x.held_on, x.direction, x.title, x.teachers FROM rma_activity x
             WHERE x.methodist_id = :id AND NOT x.deleted ORDER BY x.held_on DESC, x.id
            """;

    private static final String DIRECTIONS_SQL = """
            SELECT x.direction, CAST(extract(year FROM x.held_on) AS int) AS year, count(*) AS activities,
                   CAST(coalesce(sum(x.teachers), 0) AS bigint) AS teachers
              FROM rma_activity x WHERE x.methodist_id = :id AND NOT x.deleted
             GROUP BY 1, 2 ORDER BY 2 DESC, 1
            """;

    private MethodistReport() {}

    static Tabular<Report> of(Reading reading, UUID id, LocalDate today) {
        var methodists = MethodistAccess.methodists(reading.caller());
        var assignments = MethodistAccess.assignments(reading.caller());
        var values = new HashMap<String, Object>(methodists.values());
        values.putAll(assignments.values());
        values.put("id", id);
        values.put("today", today);
        Flux<Line> summary = reading.people(SUMMARY_SQL.formatted("(" + methodists.sql() + ")"), values, "personId");
        var found = summary.switchIfEmpty(Mono.error(() -> Refusal.notFound("methodist"))).then().cache();
        return Report.after(found, Report.of(reading.words(), CODE, today, new Section<>("summary", SUMMARY, summary),
                new Section<>("assigned", ASSIGNED, reading.people(ASSIGNED_SQL.formatted("(" + assignments.sql() + ")"), values, "personId")),
                new Section<>("activity", ACTIVITY, reading.lines(ACTIVITY_SQL, values)),
                new Section<>("directions", DIRECTIONS, reading.lines(DIRECTIONS_SQL, values))));
    }
}
