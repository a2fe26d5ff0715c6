package ru.nms.diagnostics.person;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonChanged.Post;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Keeps who exists and where they work. Safe to replay: older or repeated events change nothing.
@Component
class PersonProjection implements Projection<PersonChanged> {

    private final DatabaseClient db;

    PersonProjection(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Topic<PersonChanged> topic() {
        return PersonChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("person", "person_post");
    }

    /// The posts are replaced only when the person's own row took the event.
    @Override
    public Mono<Void> on(PersonChanged event) {
        return Copy.at(db.sql("""
                WITH fresh AS (
                    INSERT INTO person AS mine (id, epoch, version)
                    VALUES (:id, :epoch, :version)
                    ON CONFLICT (id) DO UPDATE
                       SET epoch = excluded.epoch, version = excluded.version, deleted = false
                     WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                    RETURNING id
                ), left_behind AS (
                    DELETE FROM person_post USING fresh WHERE person_id = fresh.id
                )
                INSERT INTO person_post (person_id, organisation_id, municipality_id, since, until)
                SELECT fresh.id, post.*
                  FROM fresh, unnest(:organisations, :municipalities, :since, :until) AS post
                """), event)
                .bind("organisations", column(event, Post::organisationId, UUID[]::new))
                .bind("municipalities", column(event, Post::municipalityId, UUID[]::new))
                .bind("since", column(event, Post::since, LocalDate[]::new))
                .bind("until", column(event, Post::until, LocalDate[]::new))
                .then();
    }

    private static <T> @Nullable T[] column(PersonChanged event, Function<Post, @Nullable T> part,
                                            IntFunction<@Nullable T[]> array) {
        return event.posts().stream().map(part).toArray(array);
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.at(db.sql("""
                WITH fresh AS (
                    INSERT INTO person AS mine (id, epoch, version, deleted)
                    VALUES (:id, :epoch, :version, true)
                    ON CONFLICT (id) DO UPDATE
                       SET epoch = excluded.epoch, version = excluded.version, deleted = true
                     WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                    RETURNING id
                )
                DELETE FROM person_post USING fresh WHERE person_id = fresh.id
                """), gone)
                .then();
    }
}
