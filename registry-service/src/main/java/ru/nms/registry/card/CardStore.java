package ru.nms.registry.card;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.registry.methodist.MethodistAccess;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What stands around a person, an organisation or a municipality, each read in one statement. Who may see the thing
/// itself was decided before.
@Repository
class CardStore {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private static final String DEFICITS = """
            (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'competence', d.competence, 'status', d.status,
                    'openedOn', d.opened_on, 'closedOn', d.closed_on) ORDER BY d.opened_on, d.id), '[]')
               FROM deficit_copy d WHERE d.person_id = :id AND NOT d.deleted)""";

    private final DatabaseClient db;
    private final RegionCalendar calendar;
    private final JsonMapper json;

    CardStore(DatabaseClient db, RegionCalendar calendar, EventJson json) {
        this.db = db;
        this.calendar = calendar;
        this.json = json.mapper();
    }

    /// @param deficits whether the caller may know them
    Mono<Map<String, Object>> aroundPerson(UUID id, boolean deficits) {
        return one("""
                SELECT jsonb_build_object(
                       'organisations', (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind,
                               'municipalityId', o.municipality_id, 'closedOn', o.closed_on)), '[]')
                          FROM post s JOIN organisation o ON o.id = s.organisation_id WHERE s.person_id = :id),
                       'methodist', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'since', m.since,
                               'until', m.until) ORDER BY m.since), '[]')
                          FROM methodist m WHERE m.person_id = :id AND NOT m.deleted),
                       'accompaniedBy', (SELECT coalesce(jsonb_agg(jsonb_build_object('methodistId', m.id, 'personId', m.person_id,
                               'name', concat_ws(' ', p.last_name, p.first_name, p.patronymic), 'since', a.since, 'until', a.until)
                               ORDER BY a.since), '[]')
                          FROM assignment a JOIN methodist m ON m.id = a.methodist_id JOIN person p ON p.id = m.person_id AND NOT p.deleted
                         WHERE a.person_id = :id AND NOT a.deleted),
                       'teams', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'organisationId', t.organisation_id,
                               'since', t.since, 'until', t.until) ORDER BY t.since), '[]')
                          FROM management_team t
                         WHERE t.members @> jsonb_build_array(jsonb_build_object('personId', CAST(:id AS text))) AND NOT t.deleted),
                       'lists', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'list', l.list, 'kind', l.kind, 'subject', l.subject,
                               'since', l.since, 'until', l.until) ORDER BY l.since), '[]')
                          FROM staff_list_entry l WHERE l.person_id = :id AND NOT l.deleted),
                       'communities', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'title', c.title, 'role', e.role,
                               'since', e.since, 'until', e.until) ORDER BY e.since), '[]')
                          FROM community_member e JOIN community c ON c.id = e.community_id
                         WHERE e.person_id = :id AND NOT e.deleted),
                       'training', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'programmeId', c.programme_id, 'title', g.title,
                               'hours', c.hours, 'since', c.since, 'until', c.until, 'inRegister', c.in_register) ORDER BY c.until), '[]')
                          FROM completion c JOIN programme g ON g.id = c.programme_id WHERE c.person_id = :id AND NOT c.deleted),
                       'courses', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'courseId', c.id, 'title', c.title,
                               'registeredOn', e.registered_on, 'completedOn', e.completed_on) ORDER BY e.registered_on), '[]')
                          FROM course_enrolment e JOIN academy_course c ON c.id = e.course_id WHERE e.person_id = :id AND NOT e.deleted),
                       'mentoring', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'mentorId', m.mentor_id,
                               'mentor', m.mentor_id = :id, 'subject', m.subject, 'status', m.status, 'since', m.since, 'until', m.until)
                               ORDER BY m.since), '[]')
                          FROM mentorship m WHERE (m.mentor_id = :id OR m.mentee_ids @> ARRAY[:id]) AND NOT m.deleted),
                       'tutors', (SELECT coalesce(jsonb_agg(jsonb_build_object('tutorId', t.id, 'personId', t.person_id,
                               'name', concat_ws(' ', p.last_name, p.first_name, p.patronymic), 'programme', e.programme,
                               'since', e.since, 'until', e.until) ORDER BY e.since), '[]')
                          FROM tutor_accompaniment e JOIN tutor t ON t.id = e.tutor_id JOIN person p ON p.id = t.person_id
                         WHERE e.person_id = :id AND NOT e.deleted),
                       'tutor', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'programmes', t.programmes, 'since', t.since,
                               'until', t.until) ORDER BY t.since), '[]')
                          FROM tutor t WHERE t.person_id = :id AND NOT t.deleted)) %s AS card
                """.formatted(deficits ? "|| jsonb_build_object('deficits', " + DEFICITS + ")" : ""), id);
    }

    Mono<Map<String, Object>> aroundOrganisation(UUID id) {
        return one("""
                SELECT jsonb_build_object(
                       'people', (SELECT jsonb_build_object('all', count(DISTINCT s.person_id),
                               'teachers', count(DISTINCT s.person_id) FILTER (WHERE s.teaching),
                               'management', count(DISTINCT s.person_id) FILTER (WHERE s.management),
                               'young', count(DISTINCT s.person_id) FILTER (WHERE s.teaching AND p.young_days @> CAST(:today AS date)))
                          FROM post s JOIN person p ON p.id = s.person_id
                         WHERE s.organisation_id = :id AND NOT p.deleted
                           AND s.since <= CAST(:today AS date) AND (s.until IS NULL OR s.until > CAST(:today AS date))),
                       'municipality', (SELECT m.name FROM organisation o JOIN municipality m ON m.id = o.municipality_id WHERE o.id = :id),
                       'parent', (SELECT jsonb_build_object('id', t.id, 'name', t.name) FROM organisation o JOIN organisation t ON t.id = o.parent_id
                         WHERE o.id = :id),
                       'parts', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'kind', t.kind) ORDER BY t.name_key), '[]')
                          FROM organisation t WHERE t.parent_id = :id AND (t.closed_on IS NULL OR t.closed_on > CAST(:today AS date))),
                       'predecessors', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'closedOn', t.closed_on)), '[]')
                          FROM organisation t WHERE :id = ANY (t.successors)),
                       'staffing', (SELECT jsonb_build_object('planned', coalesce(sum(f.planned), 0), 'filled', coalesce(sum(f.filled), 0),
                               'rate', round(100 * sum(f.filled) / nullif(sum(f.planned), 0), 1))
                          FROM organisation o CROSS JOIN LATERAL jsonb_to_recordset(coalesce(o.details -> 'staffing', '[]'))
                               AS f (planned numeric, filled numeric) WHERE o.id = :id),
                       'team', (SELECT jsonb_build_object('id', t.id, 'since', t.since, 'members', jsonb_array_length(t.members))
                          FROM management_team t
                         WHERE t.organisation_id = :id AND NOT t.deleted AND t.since <= CAST(:today AS date)
                           AND (t.until IS NULL OR t.until > CAST(:today AS date))),
                       'communities', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'title', c.title) ORDER BY c.title), '[]')
                          FROM community c WHERE c.host_id = :id AND NOT c.deleted)) AS card
                """, id);
    }

    Mono<Map<String, Object>> aroundMunicipality(UUID id) {
        return one("""
                SELECT jsonb_build_object(
                       'organisations', (SELECT coalesce(jsonb_object_agg(k.kind, k.number), '{}')
                          FROM (SELECT o.kind, count(*) AS number FROM organisation o
                                 WHERE o.municipality_id = :id AND (o.closed_on IS NULL OR o.closed_on > CAST(:today AS date))
                                 GROUP BY o.kind) AS k),
                       'methodServices', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name,
                               'legalForm', o.details -> 'legalForm') ORDER BY o.name_key), '[]')
                          FROM organisation o WHERE o.municipality_id = :id AND o.kind = 'MMS'
                           AND (o.closed_on IS NULL OR o.closed_on > CAST(:today AS date))),
                       'authorities', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY o.name_key), '[]')
                          FROM organisation o WHERE o.municipality_id = :id AND o.kind = 'MUNICIPAL_AUTHORITY'
                           AND (o.closed_on IS NULL OR o.closed_on > CAST(:today AS date))),
                       'people', (SELECT jsonb_build_object('all', count(DISTINCT s.person_id),
                               'teachers', count(DISTINCT s.person_id) FILTER (WHERE s.teaching),
                               'management', count(DISTINCT s.person_id) FILTER (WHERE s.management),
                               'young', count(DISTINCT s.person_id) FILTER (WHERE s.teaching AND p.young_days @> CAST(:today AS date)))
                          FROM post s JOIN person p ON p.id = s.person_id
                         WHERE s.municipality_id = :id AND NOT p.deleted
                           AND s.since <= CAST(:today AS date) AND (s.until IS NULL OR s.until > CAST(:today AS date))),
                       'methodists', (SELECT count(*) FROM methodist m
                         WHERE m.municipality_id = :id AND NOT m.deleted AND m.since <= CAST(:today AS date)
                           AND (m.until IS NULL OR m.until > CAST(:today AS date)))) AS card
                """, id);
    }

    /// A methodist with whom they accompany and what they did; nothing where the caller does not see them.
    Mono<Map<String, Object>> methodist(Caller caller, UUID id) {
        var methodists = MethodistAccess.methodists(caller);
        var assignments = MethodistAccess.assignments(caller);
        var values = new HashMap<>(methodists.values());
        values.putAll(assignments.values());
        var spec = db.sql("""
                SELECT jsonb_build_object('id', m.id, 'personId', m.person_id, 'name', concat_ws(' ', p.last_name, p.first_name, p.patronymic),
                       'kind', m.kind, 'engagement', m.engagement, 'since', m.since, 'until', m.until,
                       'municipality', (SELECT jsonb_build_object('id', t.id, 'name', t.name) FROM municipality t WHERE t.id = m.municipality_id),
                       'organisations', (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('id', o.id, 'name', o.name)), '[]')
                          FROM post s JOIN organisation o ON o.id = s.organisation_id
                         WHERE s.person_id = m.person_id AND s.since <= :today AND (s.until IS NULL OR s.until > :today)),
                       'assigned', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'personId', a.person_id,
                               'name', concat_ws(' ', s.last_name, s.first_name, s.patronymic),
                               'young', s.young_days @> CAST(:today AS date),
                               'since', a.since, 'until', a.until) ORDER BY s.name_key, a.id), '[]')
                          FROM assignment a JOIN person s ON s.id = a.person_id AND NOT s.deleted
                         WHERE a.methodist_id = m.id AND NOT a.deleted AND (a.until IS NULL OR a.until > :today) AND (%2$s)),
                       'activities', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'heldOn', x.held_on, 'direction', x.direction,
                               'title', x.title, 'teachers', x.teachers) ORDER BY x.held_on DESC, x.id), '[]')
                          FROM rma_activity x WHERE x.methodist_id = m.id AND NOT x.deleted AND x.held_on > CAST(:today AS date) - 365)) AS card
                  FROM methodist m JOIN person p ON p.id = m.person_id
                 WHERE m.id = :id AND NOT m.deleted AND (%1$s)
                """.formatted(methodists.sql(), assignments.sql())).bind("id", id).bind("today", calendar.today());
        return new Scope.Condition("", values).bind(spec)
                .map(row -> json.readValue(row.get("card", String.class), FACTS))
                .one();
    }

    private Mono<Map<String, Object>> one(String sql, UUID id) {
        var spec = db.sql(sql).bind("id", id);
        return (sql.contains(":today") ? spec.bind("today", calendar.today()) : spec)
                .map(row -> json.readValue(row.get("card", String.class), FACTS))
                .one();
    }
}
