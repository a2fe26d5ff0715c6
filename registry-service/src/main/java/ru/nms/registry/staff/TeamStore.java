package ru.nms.registry.staff;

import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import reactor.core.publisher.Mono;
import ru.nms.platform.json.EventJson;
import tools.jackson.databind.json.JsonMapper;

/// What the registry knows beside the teams and lists themselves.
@Repository
class TeamStore {

    private final DatabaseClient db;
    private final JsonMapper json;

    TeamStore(DatabaseClient db, EventJson json) {
        this.db = db;
        this.json = json.mapper();
    }

    /// The members, by their place in the list, who are neither head nor deputy of the organisation when they come in.
    Mono<List<Integer>> strangers(Team team) {
        return db.sql("""
                SELECT CAST(member.n - 1 AS int) AS n
                  FROM ROWS FROM (jsonb_to_recordset(CAST(:members AS jsonb)) AS ("personId" uuid, since date))
                       WITH ORDINALITY AS member ("personId", since, n)
                 WHERE NOT EXISTS (
                       SELECT FROM post s
                        WHERE s.person_id = member."personId" AND s.organisation_id = :organisation
                          AND s.position IN ('HEAD', 'DEPUTY_HEAD')
                          AND s.since <= member.since AND (s.until IS NULL OR s.until > member.since))
                 ORDER BY 1
                """)
                .bind("members", json.writeValueAsString(team.members()))
                .bind("organisation", team.organisationId())
                .map(row -> row.get("n", Integer.class))
                .all().collectList();
    }

    /// Whoever writes a team of the organisation, or a duty of the region, takes turns with the others.
    Mono<Void> turns(String what) {
        return db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:what, 0)) IS NULL AS locked").bind("what", what).then();
    }

    /// Another team of the organisation at the same time.
    Mono<Boolean> overlaps(UUID id, Team team) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM management_team t
                        WHERE t.organisation_id = :organisation AND NOT t.deleted AND t.id <> :id
                          AND daterange(t.since, t.until) && daterange(:since, CAST(:until AS date))) AS found
                """)
                .bind("organisation", team.organisationId())
                .bind("id", id)
                .bind("since", team.since())
                .bind("until", Parameters.in(R2dbcType.DATE, team.until()))
                .map(row -> row.get("found", Boolean.class))
                .one();
    }

    /// Another official with the same duty at the same time.
    Mono<Boolean> taken(UUID id, Listed official) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM staff_list_entry t
                        WHERE t.list = 'OFFICIAL' AND t.kind = :kind AND NOT t.deleted AND t.id <> :id
                          AND daterange(t.since, t.until) && daterange(:since, CAST(:until AS date))) AS found
                """)
                .bind("kind", String.valueOf(official.kind()))
                .bind("id", id)
                .bind("since", official.since())
                .bind("until", Parameters.in(R2dbcType.DATE, official.until()))
                .map(row -> row.get("found", Boolean.class))
                .one();
    }
}
