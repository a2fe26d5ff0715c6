package ru.nms.registry.methodist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.json.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All SQL about what becomes of roles and assignments when a person is merged with another or destroyed.
@Repository
class MethodistTracesStore {

    private final DatabaseClient db;
    private final JsonMapper json;

    MethodistTracesStore(DatabaseClient db, EventJson json) {
        this.db = db;
        this.json = json.mapper();
    }

    Mono<JsonNode> told(UUID person) {
        return db.sql("""
                SELECT CAST(jsonb_build_object(
                       'methodist', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', m.kind, 'municipalityId', m.municipality_id,
                               'since', m.since, 'until', m.until)), '[]') FROM methodist m WHERE m.person_id = :person AND NOT m.deleted),
                       'accompaniedBy', (SELECT coalesce(jsonb_agg(jsonb_build_object('methodistId', a.methodist_id, 'since', a.since,
                               'until', a.until)), '[]') FROM assignment a WHERE a.person_id = :person AND NOT a.deleted)) AS text) AS told
                """)
                .bind("person", person)
                .map(row -> json.readTree(row.get("told", String.class)))
                .one();
    }

    record Gone(UUID id, long version) {}

    /// Roles that the other person holds too, under the same kind and municipality and without an end.
    Flux<Gone> dropTwinRoles(UUID from, UUID to, Instant now) {
        return gone("""
                UPDATE methodist m SET deleted = true, version = version + 1, changed_at = :now
                 WHERE m.person_id = :from AND NOT m.deleted AND m.until IS NULL AND EXISTS (
                       SELECT FROM methodist t WHERE t.person_id = :to AND t.kind = m.kind AND t.until IS NULL AND NOT t.deleted
                          AND t.municipality_id IS NOT DISTINCT FROM m.municipality_id)
                RETURNING id, version
                """, from, to, now);
    }

    /// Assignments of roles that are gone, and those the other person has under the same methodist without an end.
    Flux<Gone> dropTwinAssignments(UUID from, UUID to, Instant now) {
        return gone("""
                UPDATE assignment a SET deleted = true, version = version + 1, changed_at = :now
                 WHERE NOT a.deleted AND (
                       EXISTS (SELECT FROM methodist m WHERE m.id = a.methodist_id AND m.deleted AND m.person_id = :from)
                    OR a.person_id = :from AND EXISTS (SELECT FROM methodist m WHERE m.id = a.methodist_id AND m.person_id = :to)
                    OR a.person_id = :from AND a.until IS NULL AND EXISTS (
                       SELECT FROM assignment t WHERE t.person_id = :to AND t.methodist_id = a.methodist_id AND t.until IS NULL AND NOT t.deleted))
                RETURNING id, version
                """, from, to, now);
    }

    /// Whom the person accompanied in a role that the other one holds too, is accompanied in that one; versions and events
    /// follow in [#passAssignmentsOn].
    Mono<Void> moveToTwinRole(UUID from, UUID to) {
        return db.sql("""
                UPDATE assignment a SET methodist_id = t.id
                  FROM methodist m JOIN methodist t ON t.kind = m.kind AND t.municipality_id IS NOT DISTINCT FROM m.municipality_id
                 WHERE a.methodist_id = m.id AND m.person_id = :from AND m.deleted AND NOT a.deleted
                   AND t.person_id = :to AND t.until IS NULL AND NOT t.deleted AND a.person_id <> :to
                   AND NOT EXISTS (SELECT FROM assignment x WHERE x.methodist_id = t.id AND x.person_id = a.person_id
                                      AND x.until IS NULL AND NOT x.deleted)
                """)
                .bind("from", from).bind("to", to).then();
    }

    private Flux<Gone> gone(String sql, UUID from, UUID to, Instant now) {
        return db.sql(sql).bind("from", from).bind("to", to).bind("now", now).mapProperties(Gone.class).all();
    }

    record Role(UUID id, long version, UUID personId, String kind, @Nullable UUID municipalityId, LocalDate since, @Nullable LocalDate until) {}

    Flux<Role> passRolesOn(UUID from, UUID to, Instant now) {
        return db.sql("""
                UPDATE methodist SET person_id = :to, version = version + 1, changed_at = :now WHERE person_id = :from AND NOT deleted
                RETURNING id, version, person_id, kind, municipality_id, since, until
                """)
                .bind("from", from).bind("to", to).bind("now", now)
                .map(row -> new Role(id(row, "id"), row.get("version", Long.class), id(row, "person_id"), row.get("kind", String.class),
                        row.get("municipality_id", UUID.class), row.get("since", LocalDate.class), row.get("until", LocalDate.class)))
                .all();
    }

    record Accompanied(UUID id, long version, UUID methodistId, UUID methodistPersonId, UUID personId, LocalDate since,
                       @Nullable LocalDate until) {}

    /// Those of the person, and those of everybody whom the person accompanies: they name the methodist.
    Flux<Accompanied> passAssignmentsOn(UUID from, UUID to, Instant now) {
        return db.sql("""
                UPDATE assignment a
                   SET person_id = CASE WHEN a.person_id = :from THEN :to ELSE a.person_id END, version = a.version + 1, changed_at = :now
                  FROM methodist m
                 WHERE m.id = a.methodist_id AND NOT a.deleted AND (a.person_id = :from OR m.person_id = :to)
                RETURNING a.id, a.version, a.methodist_id, m.person_id AS methodist_person_id, a.person_id, a.since, a.until
                """)
                .bind("from", from).bind("to", to).bind("now", now)
                .map(row -> new Accompanied(id(row, "id"), row.get("version", Long.class), id(row, "methodist_id"),
                        id(row, "methodist_person_id"), id(row, "person_id"), row.get("since", LocalDate.class),
                        row.get("until", LocalDate.class)))
                .all();
    }

    private static UUID id(Readable row, String column) {
        return row.get(column, UUID.class);
    }

    Flux<Gone> eraseAssignments(UUID person, Instant now) {
        return db.sql("""
                UPDATE assignment a SET deleted = true, version = version + 1, changed_at = :now
                 WHERE NOT a.deleted AND (a.person_id = :person
                    OR EXISTS (SELECT FROM methodist m WHERE m.id = a.methodist_id AND m.person_id = :person))
                RETURNING id, version
                """)
                .bind("person", person).bind("now", now).mapProperties(Gone.class).all();
    }

    Flux<Gone> eraseRoles(UUID person, Instant now) {
        return db.sql("""
                UPDATE methodist SET deleted = true, version = version + 1, changed_at = :now WHERE person_id = :person AND NOT deleted
                RETURNING id, version
                """)
                .bind("person", person).bind("now", now).mapProperties(Gone.class).all();
    }

    /// Tombstones, older ones too, name nobody.
    Mono<Void> blank(UUID person) {
        return db.sql("UPDATE assignment SET person_id = NULL WHERE person_id = :person AND deleted").bind("person", person).then()
                .then(db.sql("UPDATE methodist SET person_id = NULL WHERE person_id = :person AND deleted").bind("person", person).then());
    }
}
