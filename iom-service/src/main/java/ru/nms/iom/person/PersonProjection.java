package ru.nms.iom.person;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
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
    private final List<PersonFollower> followers;

    PersonProjection(DatabaseClient db, EventJson json, List<PersonFollower> followers) {
        this.db = db;
        this.json = json.mapper();
        this.followers = followers;
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
                event.posts() == null ? List.of() : event.posts())
                .then(lead(event.subject(), event.mergedInto()));
    }

    /// The old id, and all that led to it before, lead to the one who stays. Nobody who was merged comes back, so an older
    /// event says nothing else.
    private Mono<Void> lead(UUID from, @Nullable UUID heir) {
        return heir == null ? Mono.empty() : db.sql("UPDATE person_copy SET merged_into = :heir WHERE id = :from OR merged_into = :from")
                .bind("from", from).bind("heir", heir).then();
    }

    @Override
    public Mono<Void> then(PersonChanged event) {
        var heir = event.mergedInto();
        return heir == null ? Mono.empty() : Flux.fromIterable(followers).concatMap(it -> it.follow(event.subject(), heir)).then();
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
