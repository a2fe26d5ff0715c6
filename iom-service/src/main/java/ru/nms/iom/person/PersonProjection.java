package ru.nms.iom.person;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;
import tools.jackson.databind.json.JsonMapper;

/// People and their posts.
@Component
class PersonProjection implements Projection<PersonChanged> {

    private final DatabaseClient db;
    private final JsonMapper json;

    PersonProjection(DatabaseClient db, EventJson json) {
        this.db = db;
        this.json = json.mapper();
    }

    @Override
    public Topic<PersonChanged> topic() {
        return PersonChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("person_copy", "person_post");
    }

    @Override
    public Mono<Void> on(PersonChanged event) {
        return write(new Gone(event.subject(), event.epoch(), event.version()), false,
                event.posts() == null ? List.of() : event.posts());
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return write(gone, true, List.of());
    }

    /// Posts follow the person only when the state is newer than the one here.
    private Mono<Void> write(Gone at, boolean deleted, List<PersonChanged.Post> posts) {
        return Copy.at(db.sql("""
                WITH newer AS (
                    INSERT INTO person_copy AS mine (id, epoch, version, deleted)
                    VALUES (:id, :epoch, :version, :deleted)
                    ON CONFLICT (id) DO UPDATE
                       SET epoch = excluded.epoch, version = excluded.version, deleted = excluded.deleted
                     WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                    RETURNING id),
                left_behind AS (DELETE FROM person_post WHERE person_id IN (SELECT id FROM newer))
                INSERT INTO person_post (person_id, organisation_id, municipality_id, position, teaching, subjects,
                                         since, until)
                SELECT newer.id, post."organisationId", post."municipalityId", post.position,
                       coalesce(post.teaching, false), coalesce(post.subjects, '{}'), post.since, post.until
                  FROM newer, jsonb_to_recordset(CAST(:posts AS jsonb)) AS post ("organisationId" uuid,
                       "municipalityId" uuid, position text, teaching boolean, subjects text[], since date, until date)
                """), at)
                .bind("deleted", deleted)
                .bind("posts", json.writeValueAsString(posts))
                .then();
    }
}
