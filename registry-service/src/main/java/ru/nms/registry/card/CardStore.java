package ru.nms.registry.card;

import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.region.RegionCalendar;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What stands around a person, an organisation or a municipality, each read in one statement. Who may see the thing
/// itself was decided before.
@Repository
class CardStore {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final DatabaseClient db;
    private final RegionCalendar calendar;
    private final JsonMapper json;

    CardStore(DatabaseClient db, RegionCalendar calendar, EventJson json) {
        this.db = db;
        this.calendar = calendar;
        this.json = json.mapper();
    }

    Mono<Map<String, Object>> aroundPerson(UUID id) {
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
                         WHERE e.person_id = :id AND NOT e.deleted)) AS card
                """, id);
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

    private Mono<Map<String, Object>> one(String sql, UUID id) {
        var spec = db.sql(sql).bind("id", id);
        return (sql.contains(":today") ? spec.bind("today", calendar.today()) : spec)
                .map(row -> json.readValue(row.get("card", String.class), FACTS))
                .one();
    }
}
