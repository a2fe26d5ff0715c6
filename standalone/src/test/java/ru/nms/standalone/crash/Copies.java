package ru.nms.standalone.crash;

import java.util.List;

/// Every projection of the system: what the owner says and what the learner keeps, as queries that must give the same.
/// Each gives `id`, `epoch`, `version`, `deleted` and the columns that the learner keeps.
final class Copies {

    private static final String POSTS = """
            (SELECT string_agg(CAST(ROW(%s) AS text), ';' ORDER BY CAST(ROW(%s) AS text)) FROM %s WHERE person_id = p.id) AS posts""";
    private static final String WORKPLACE = "organisation_id, municipality_id, since, until";
    private static final String WORK = "organisation_id, municipality_id, position, teaching, since, until";
    private static final String SUBJECTS = "organisation_id, municipality_id, position, teaching, subjects, since, until";

    private static final String MUNICIPALITY = """
            SELECT *, (SELECT value FROM epoch) AS epoch,
                   ARRAY(SELECT value FROM jsonb_each_text(groupings) ORDER BY value) AS units FROM municipality""";
    private static final String ORGANISATION = "SELECT *, (SELECT value FROM epoch) AS epoch FROM organisation";
    /// Whom the owner destroyed, nobody keeps.
    private static final String KEPT = " WHERE NOT EXISTS (SELECT FROM told_fate f WHERE f.id = p.id AND f.state = 'ERASED')";
    private static final String LEARNT = " WHERE NOT EXISTS (SELECT FROM known_fate f WHERE f.id = p.id AND f.fate = 'DESTROYED')";
    private static final String PERSON = "SELECT p.*, (SELECT value FROM epoch) AS epoch, %s FROM person p" + KEPT;
    private static final String IDENTITY = "SELECT p.*, (SELECT value FROM epoch) AS epoch FROM person p" + KEPT;
    private static final String METHODIST = "SELECT *, (SELECT value FROM epoch) AS epoch FROM methodist";
    private static final String ASSIGNMENT = """
            SELECT a.*, (SELECT value FROM epoch) AS epoch, m.person_id AS methodist_person_id
              FROM assignment a JOIN methodist m ON m.id = a.methodist_id""";
    private static final String RESULT = """
            SELECT *, (SELECT value FROM epoch) AS epoch,
                   ARRAY(SELECT competence FROM score WHERE result_id = id ORDER BY competence) AS competences FROM result""";
    private static final String DEFICIT = "SELECT *, (SELECT value FROM epoch) AS epoch FROM deficit";
    private static final String EVENT = "SELECT *, (SELECT value FROM epoch) AS epoch FROM event";
    private static final String PARTICIPATION = """
            SELECT r.*, (SELECT value FROM epoch) AS epoch, e.competences, e.ends_at,
                   coalesce(r.attendance = 'PRESENT' AND r.status <> 'CANCELLED', false) AS present
              FROM registration r JOIN event e ON e.id = r.event_id""";
    private static final String ROUTE = """
            SELECT *, (SELECT value FROM epoch) AS epoch, basis ->> 'resultId' IS NOT NULL AS by_diagnostics FROM route""";
    private static final String ROUTE_WORK = """
            SELECT r.*, (SELECT value FROM epoch) AS epoch,
                   (SELECT string_agg(CAST(ROW(CAST(i ->> 'id' AS uuid), CAST(i ->> 'deficitId' AS uuid), i ->> 'kind', i ->> 'status') AS text),
                           ';' ORDER BY CAST(i ->> 'id' AS uuid))
                      FROM jsonb_array_elements(r.items) AS i WHERE i ->> 'deficitId' IS NOT NULL) AS work FROM route r""";
    private static final String OWN = "SELECT *, (SELECT value FROM epoch) AS epoch FROM %s";
    private static final String FATE = """
            SELECT *, (SELECT value FROM epoch) AS epoch,
                   CASE state WHEN 'BLOCKED' THEN 'BLOCKED' WHEN 'ERASED' THEN 'DESTROYED' ELSE 'RELEASED' END AS fate FROM told_fate""";
    private static final String ASSIGNED = "methodist_person_id, person_id, since, until";

    private Copies() {}

    /// @param learner the service that keeps it
    /// @param columns what both have, besides id, epoch, version and deleted
    record Copy(String topic, String learner, String owner, String copy, String columns) {

        String ownerService() {
            return topic.substring(0, topic.indexOf('.'));
        }

        /// One line: how many rows, and the hash over all of them. Of what is deleted only the fact counts.
        static String hash(String rows, String columns) {
            return """
                    SELECT count(*) || ' ' || md5(coalesce(string_agg(CAST(ROW(id, epoch, version, deleted,
                           CASE WHEN NOT deleted THEN CAST(ROW(%s) AS text) END) AS text), E'\\n' ORDER BY id), ''))
                      FROM (%s) AS state""".formatted(columns, rows);
        }

        String name() {
            return topic + " in " + learner;
        }
    }

    static List<Copy> all() {
        return List.of(
                new Copy("registry.municipality.v1", "iom", MUNICIPALITY, "SELECT * FROM municipality_copy", "name"),
                new Copy("registry.municipality.v1", "monitoring", MUNICIPALITY, """
                        SELECT id, epoch, version, deleted, name, methodists, teachers_reported, closed_on,
                               ARRAY(SELECT unit FROM unnest(units) AS unit ORDER BY unit) AS units FROM municipality""",
                        "name, units, methodists, teachers_reported, closed_on"),
                new Copy("registry.organisation.v1", "iom", ORGANISATION, "SELECT * FROM organisation_copy", "name"),
                new Copy("registry.organisation.v1", "events", ORGANISATION, "SELECT * FROM organisation",
                        "name, level, municipality_id, closed_on"),
                new Copy("registry.organisation.v1", "monitoring", ORGANISATION, "SELECT * FROM organisation", "municipality_id"),
                person("diagnostics", "person", SUBJECTS),
                new Copy("registry.organisation.v1", "diagnostics", ORGANISATION, "SELECT * FROM organisation",
                        "name, kind, level, municipality_id, closed_on"),
                new Copy("registry.municipality.v1", "diagnostics", MUNICIPALITY, "SELECT * FROM municipality",
                        "name, territory_type, groupings, closed_on"),
                person("events", "person", WORKPLACE),
                person("monitoring", "person", WORK),
                person("iom", "person_copy", SUBJECTS),
                fate("diagnostics"), fate("iom"), fate("events"), fate("monitoring"),
                new Copy("registry.person-identity.v1", "events", IDENTITY, "SELECT * FROM person_identity p" + LEARNT,
                        "last_name, first_name, patronymic"),
                new Copy("registry.person-identity.v1", "iom", IDENTITY, "SELECT * FROM person_identity_copy p" + LEARNT,
                        "last_name, first_name, patronymic"),
                new Copy("registry.methodist.v1", "monitoring", METHODIST, "SELECT * FROM methodist",
                        "person_id, kind, municipality_id, since, until"),
                new Copy("registry.assignment.v1", "diagnostics", ASSIGNMENT, "SELECT * FROM assignment", ASSIGNED),
                new Copy("registry.assignment.v1", "events", ASSIGNMENT, "SELECT * FROM assignment", ASSIGNED),
                new Copy("registry.assignment.v1", "iom", ASSIGNMENT, "SELECT * FROM assignment_copy", ASSIGNED),
                new Copy("diagnostics.result.v1", "iom", RESULT, "SELECT * FROM result_copy",
                        "person_id, procedure, provider, taken_on, competences"),
                new Copy("diagnostics.result.v1", "monitoring", RESULT, "SELECT * FROM result", "person_id, taken_on"),
                new Copy("diagnostics.deficit.v1", "iom", DEFICIT, "SELECT * FROM deficit_copy",
                        "person_id, competence, level, status, opened_on"),
                new Copy("diagnostics.result.v1", "registry", RESULT, "SELECT * FROM result_copy", "person_id, taken_on, competences"),
                new Copy("diagnostics.deficit.v1", "registry", DEFICIT, "SELECT * FROM deficit_copy",
                        "person_id, competence, status, opened_on"),
                new Copy("events.event.v1", "iom", EVENT, "SELECT * FROM event_copy",
                        "title, starts_at, ends_at, competences, status"),
                new Copy("events.participation.v1", "iom", PARTICIPATION, "SELECT * FROM participation_copy",
                        "event_id, person_id, present, competences, ends_at"),
                new Copy("iom.route.v1", "diagnostics", ROUTE_WORK, """
                        SELECT r.*, (SELECT string_agg(CAST(ROW(item_id, deficit_id, kind, status) AS text), ';' ORDER BY item_id)
                                       FROM route_item WHERE route_id = r.id) AS work FROM route r""", "person_id, status, work"),
                new Copy("registry.completion.v1", "diagnostics", OWN.formatted("completion"), "SELECT * FROM completion",
                        "person_id, programme_id, since, until"),
                new Copy("registry.programme.v1", "diagnostics", OWN.formatted("programme"), "SELECT * FROM programme",
                        "provider_id, title, hours, competences, status, included_on, excluded_on"),
                new Copy("registry.site.v1", "diagnostics", OWN.formatted("site"), "SELECT * FROM site",
                        "kind, organisation_id, title, competences, since, until"),
                new Copy("registry.practice.v1", "diagnostics", OWN.formatted("practice"), "SELECT * FROM practice",
                        "organisation_id, title, competences, status"),
                new Copy("iom.route.v1", "monitoring", ROUTE, "SELECT * FROM route", "person_id, by_diagnostics, approved_on"));
    }

    private static Copy fate(String learner) {
        return new Copy("registry.person-fate.v1", learner, FATE, "SELECT * FROM known_fate", "fate");
    }

    private static Copy person(String learner, String table, String columns) {
        return new Copy("registry.person.v1", learner, PERSON.formatted(POSTS.formatted(columns, columns, "post")),
                "SELECT p.*, %s FROM %s p".formatted(POSTS.formatted(columns, columns, "person_post"), table) + LEARNT, "posts");
    }
}
