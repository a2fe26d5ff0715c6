package ru.nms.registry.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;

import ru.nms.platform.access.Caller;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Table;
import ru.nms.registry.person.PersonReference;

/// The card of an organisation: its flags, its management team and its mentoring. People are named to those who see them.
final class OrganisationReport {

    static final String CODE = "organisation-card";

    private static final Table<Line> SUMMARY = Line.table("Организация", "name", "Организация", "kind", "Вид", "municipality", "Муниципалитет",
            "lowResults", "Низкие результаты", "disadvantaged", "Неблагоприятные условия", "people", "Работников", "teachers", "Педагогов",
            "young", "Молодых педагогов", "mentoringModel", "Целевая модель наставничества");

    private static final Table<Line> TEAM = Line.table("Управленческая команда", "name", "Участник", "position", "Должность", "since", "С",
            "until", "До");

    private static final Table<Line> MENTORING = Line.table("Наставничество", "mentor", "Наставник", "mentees", "Наставляемых", "form", "Форма",
            "basis", "Основание", "subject", "Предмет", "status", "Состояние", "sessions", "Встреч", "since", "С", "until", "До");

    private static final Table<Line> MANAGERIAL = Line.table("Наставничество команд", "organisation", "С организацией", "mentors", "Наставляет",
            "aim", "Цель", "result", "Результат", "since", "С", "until", "До");

    private static final String SUMMARY_SQL = """
            SELECT o.name, o.kind, m.name AS municipality, o.details @> '{"flags": ["LOW_RESULTS"]}' AS low_results,
                   o.details @> '{"flags": ["DISADVANTAGED"]}' AS disadvantaged, w.*,
                   EXISTS (SELECT FROM mentoring_model x WHERE x.organisation_id = o.id AND NOT x.deleted AND x.since <= :today
                              AND (x.until IS NULL OR x.until > :today)) AS mentoring_model
              FROM organisation o LEFT JOIN municipality m ON m.id = o.municipality_id
             CROSS JOIN LATERAL (SELECT count(DISTINCT s.person_id) AS people, count(DISTINCT s.person_id) FILTER (WHERE s.teaching) AS teachers,
                          count(DISTINCT s.person_id) FILTER (WHERE s.teaching AND p.young_days @> :today) AS young
                     FROM post s JOIN person p ON p.id = s.person_id AND NOT p.deleted
                    WHERE s.organisation_id = o.id AND s.since <= :today AND (s.until IS NULL OR s.until > :today)) AS w
             WHERE o.id = :id
            """;

    private static final String TEAM_SQL = """
            SELECT e.person_id, concat_ws(' ', p.last_name, p.first_name, p.patronymic) AS name,
                   (SELECT s.position FROM post s WHERE s.person_id = p.id AND s.organisation_id = t.organisation_id
                     ORDER BY s.until DESC NULLS FIRST, s.n LIMIT 1) AS position, e.since, e.until
              FROM management_team t
             CROSS JOIN LATERAL jsonb_to_recordset(t.members) AS x ("personId" uuid, since date, until date)
             CROSS JOIN LATERAL (SELECT x."personId" AS person_id, x.since, x.until) AS e
              JOIN person p ON p.id = e.person_id AND NOT p.deleted
             WHERE t.organisation_id = :id AND NOT t.deleted AND t.since <= :today AND (t.until IS NULL OR t.until > :today)
               AND (e.until IS NULL OR e.until > :today) AND %s
             ORDER BY p.name_key, p.id
            """;

    private static final String MENTORING_SQL = """
            SELECT e.mentor_id AS person_id, concat_ws(' ', p.last_name, p.first_name, p.patronymic) AS mentor,
                   cardinality(e.mentee_ids) AS mentees, e.form, e.basis, e.subject, e.status,
                   (SELECT count(*) FROM mentorship_session s WHERE s.mentorship_id = e.id AND NOT s.deleted) AS sessions, e.since, e.until
              FROM mentorship e JOIN person p ON p.id = e.mentor_id AND NOT p.deleted
             WHERE e.organisation_id = :id AND NOT e.deleted AND %s
             ORDER BY e.since DESC, e.id
            """;

    private static final String MANAGERIAL_SQL = """
            SELECT o.name AS organisation, x.strong_id = :id AS mentors, x.aim, x.result, x.since, x.until
              FROM managerial_mentorship x JOIN organisation o ON o.id = CASE WHEN x.strong_id = :id THEN x.weak_id ELSE x.strong_id END
             WHERE :id IN (x.strong_id, x.weak_id) AND NOT x.deleted ORDER BY x.since DESC, x.id
            """;

    private OrganisationReport() {}

    static Tabular<Report> of(Reading reading, Caller caller, UUID id, LocalDate today) {
        var members = PersonReference.visible("e.person_id").apply(caller);
        var mentors = PersonReference.visible("e.mentor_id").apply(caller);
        var values = new HashMap<String, Object>(members.values());
        values.put("id", id);
        values.put("today", today);
        return Report.of(reading.words(), CODE, today, new Section<>("summary", SUMMARY, reading.lines(SUMMARY_SQL, values)),
                new Section<>("team", TEAM, reading.people(TEAM_SQL.formatted(members.sql()), values, "personId")),
                new Section<>("mentoring", MENTORING, reading.people(MENTORING_SQL.formatted(mentors.sql()), values, "personId")),
                new Section<>("managerialMentoring", MANAGERIAL, reading.lines(MANAGERIAL_SQL, values)));
    }
}
