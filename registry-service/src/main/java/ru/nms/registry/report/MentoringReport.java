package ru.nms.registry.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Flux;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Table;
import ru.nms.registry.figure.Share;
import ru.nms.registry.mentoring.MentoringStore;
import ru.nms.registry.person.PersonReference;

/// The base of mentoring on a day: what goes on as far as the caller sees it, counted, and how many organisations take part.
final class MentoringReport {

    static final String CODE = "mentoring";

    /// Of all organisations that could.
    private record Part(String what, long organisations, long of, @Nullable Object percent) {

        static Part of(String what, Share share) {
            return new Part(what, share.numerator(), share.denominator(), share.percent());
        }
    }

    private static final Table<Line> BASE = Line.table("База наставничества", "mentor", "Наставник", "mentees", "Наставляемые",
            "organisation", "Организация", "municipality", "Муниципалитет", "level", "Уровень", "form", "Форма", "basis", "Основание",
            "subject", "Предмет", "reverse", "Реверсивное", "status", "Состояние", "since", "С", "until", "До");

    private static final Table<Line> COUNTS = Line.table("Число", "level", "Уровень", "form", "Форма", "basis", "Основание",
            "mentorships", "Пар и групп", "mentors", "Наставников", "mentees", "Наставляемых");

    private static final Table<Part> PARTS = Table.<Part>named("Организации").column("what", "Что", Part::what)
            .column("organisations", "Организаций", Part::organisations).column("of", "Из", Part::of).column("percent", "%", Part::percent);

    private static final String GOING_ON = """
            NOT e.deleted AND e.status IN ('ACCEPTED', 'COMPLETED') AND e.since <= :on AND (e.until IS NULL OR e.until > :on)
            AND EXISTS (SELECT FROM unnest(array_append(e.mentee_ids, e.mentor_id)) AS x (id) WHERE %s)""";

    /// Who is out of the caller's sight is not named.
    private static final String BASE_SQL = """
            SELECT e.id, e.mentor_id AS person_id,
                   (SELECT concat_ws(' ', p.last_name, p.first_name, p.patronymic) FROM person p WHERE p.id = e.mentor_id AND NOT p.deleted AND %s) AS mentor,
                   ARRAY(SELECT concat_ws(' ', p.last_name, p.first_name, p.patronymic) FROM person p
                          WHERE p.id = ANY (e.mentee_ids) AND NOT p.deleted AND %s ORDER BY p.name_key, p.id) AS mentees,
                   name_on(o.name, o.former_names, :on) AS organisation, m.name AS municipality, e.level, e.form, e.basis, e.subject, e.reverse, e.status, e.since, e.until
              FROM mentorship e LEFT JOIN organisation o ON o.id = e.organisation_id
              LEFT JOIN municipality m ON m.id = coalesce(e.municipality_id, o.municipality_id)
             WHERE %s
             ORDER BY m.name_key, o.name_key, e.since, e.id
            """;

    private static final String COUNTS_SQL = """
            SELECT e.level, e.form, e.basis, count(DISTINCT e.id) AS mentorships, count(DISTINCT e.mentor_id) AS mentors,
                   count(DISTINCT y.id) AS mentees
              FROM mentorship e CROSS JOIN LATERAL unnest(e.mentee_ids) AS y (id)
             WHERE %s
             GROUP BY e.level, e.form, e.basis ORDER BY e.level, e.form, e.basis
            """;

    private MentoringReport() {}

    static Tabular<Report> of(Reading reading, MentoringStore store, LocalDate on) {
        var named = PersonReference.visible("p.id").apply(reading.caller());
        var seen = GOING_ON.formatted(PersonReference.visible("x.id").apply(reading.caller()).sql());
        Map<String, Object> values = new HashMap<>(named.values());
        values.put("on", on);
        var parts = Flux.concat(store.models(on).map(share -> Part.of("MENTORING_MODEL", share)),
                store.managed(on).map(share -> Part.of("MANAGERIAL_MENTORING", share)));
        return Report.of(reading.words(), CODE, on,
                new Section<>("mentorships", BASE, reading.people(BASE_SQL.formatted(named.sql(), named.sql(), seen), values, "personId")),
                new Section<>("counts", COUNTS, reading.lines(COUNTS_SQL.formatted(seen), values)),
                new Section<>("organisations", PARTS, parts));
    }
}
