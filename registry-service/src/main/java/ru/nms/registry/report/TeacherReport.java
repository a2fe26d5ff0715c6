package ru.nms.registry.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Table;

/// The card of a person: posts, deficits with what was learnt since, training, support. Routes are kept elsewhere.
final class TeacherReport {

    static final String CODE = "teacher-card";

    private static final Table<Line> SUMMARY = Line.table("Педагог", "lastName", "Фамилия", "firstName", "Имя", "patronymic", "Отчество",
            "category", "Категория", "attestedOn", "Аттестация", "young", "Молодой педагог");

    private static final Table<Line> POSTS = Line.table("Должности", "organisation", "Организация", "municipality", "Муниципалитет",
            "position", "Должность", "subjects", "Предметы", "weeklyHours", "Часов в неделю", "since", "С", "until", "До");

    private static final Table<Line> DEFICITS = Line.table("Дефициты", "competence", "Область", "status", "Состояние",
            "openedOn", "Выявлен", "closedOn", "Закрыт", "trainings", "Пройдено программ с тех пор");

    private static final Table<Line> TRAINING = Line.table("Обучение", "what", "Вид", "title", "Программа", "provider", "Организация",
            "since", "Начало", "until", "Окончание", "hours", "Часов", "documentNumber", "Номер документа", "inRegister", "Из реестра программ",
            "chosenByDiagnostics", "По результатам диагностики");

    private static final Table<Line> SUPPORT = Line.table("Сопровождение", "form", "Вид", "who", "Кто сопровождает", "title", "О чём",
            "since", "С", "until", "До");

    private static final String SUMMARY_SQL = """
            SELECT p.last_name, p.first_name, p.patronymic, p.category, p.attested_on,
                   p.young_days @> :today AS young
              FROM person p WHERE p.id = :id
            """;

    private static final String POSTS_SQL = """
            SELECT o.name AS organisation, m.name AS municipality, s.position, s.subjects, s.weekly_hours, s.since, s.until
              FROM post s JOIN organisation o ON o.id = s.organisation_id LEFT JOIN municipality m ON m.id = s.municipality_id
             WHERE s.person_id = :id ORDER BY s.since DESC, s.n
            """;

    private static final String DEFICITS_SQL = """
            SELECT d.competence, d.status, d.opened_on, d.closed_on,
                   (SELECT count(*) FROM completion c JOIN programme g ON g.id = c.programme_id
                     WHERE c.person_id = d.person_id AND NOT c.deleted AND d.competence = ANY (g.competences)
                       AND c.since > d.opened_on AND c.since < coalesce(d.closed_on, 'infinity')) AS trainings
              FROM deficit_copy d WHERE d.person_id = :id AND NOT d.deleted
             ORDER BY d.closed_on DESC NULLS FIRST, d.opened_on DESC, d.competence
            """;

    private static final String TRAINING_SQL = """
            SELECT CASE g.kind WHEN 'PK' THEN 'TRAINING' ELSE 'RETRAINING' END AS what, g.title, o.name AS provider, c.since, c.until, c.hours,
                   c.document_number, c.in_register, c.chosen_by_diagnostics
              FROM completion c JOIN programme g ON g.id = c.programme_id JOIN organisation o ON o.id = g.provider_id
             WHERE c.person_id = :id AND NOT c.deleted
             UNION ALL
            SELECT 'RECOGNITION', r.title, o.name, NULL, r.learnt_on, r.hours, r.document, NULL, NULL
              FROM recognition r JOIN organisation o ON o.id = r.recognised_by_id WHERE r.person_id = :id AND NOT r.deleted
             UNION ALL
            SELECT 'INTERNSHIP', g.title, o.name, i.since, i.until, g.hours, i.document, NULL, NULL
              FROM internship i JOIN internship_programme g ON g.id = i.internship_programme_id JOIN site t ON t.id = g.site_id
              JOIN organisation o ON o.id = t.organisation_id
             WHERE i.person_id = :id AND i.status = 'COMPLETED' AND NOT i.deleted
             ORDER BY 5 DESC, 2
            """;

    private static final String SUPPORT_SQL = """
            SELECT x.form, concat_ws(' ', p.last_name, p.first_name, p.patronymic) AS who, x.title, x.since, x.until
              FROM (SELECT 'METHODIST' AS form, m.person_id AS by, NULL AS title, a.since, a.until
                      FROM assignment a JOIN methodist m ON m.id = a.methodist_id WHERE a.person_id = :id AND NOT a.deleted
                     UNION ALL
                    SELECT 'TUTOR', t.person_id, a.programme, a.since, a.until
                      FROM tutor_accompaniment a JOIN tutor t ON t.id = a.tutor_id WHERE a.person_id = :id AND NOT a.deleted
                     UNION ALL
                    SELECT 'MENTOR', m.mentor_id, m.subject, m.since, m.until FROM mentorship m
                     WHERE m.mentee_ids @> ARRAY[:id] AND m.status IN ('ACCEPTED', 'COMPLETED') AND NOT m.deleted
                     UNION ALL
                    SELECT s.form, NULL, s.title, s.held_on, s.held_on FROM support_participation s WHERE s.person_id = :id AND NOT s.deleted
                     UNION ALL
                    SELECT 'COMMUNITY', NULL, c.title, e.since, e.until
                      FROM community_member e JOIN community c ON c.id = e.community_id WHERE e.person_id = :id AND NOT e.deleted) AS x
              LEFT JOIN person p ON p.id = x.by AND NOT p.deleted
             ORDER BY x.since DESC, x.form, x.title
            """;

    private TeacherReport() {}

    static Tabular<Report> of(Reading reading, UUID id, LocalDate today) {
        var values = Map.of("id", id, "today", today);
        return Report.of(reading.words(), CODE, today, new Section<>("summary", SUMMARY, reading.lines(SUMMARY_SQL, values)),
                new Section<>("posts", POSTS, reading.lines(POSTS_SQL, values)),
                new Section<>("deficits", DEFICITS, reading.lines(DEFICITS_SQL, values)),
                new Section<>("training", TRAINING, reading.lines(TRAINING_SQL, values)),
                new Section<>("support", SUPPORT, reading.lines(SUPPORT_SQL, values)));
    }
}
