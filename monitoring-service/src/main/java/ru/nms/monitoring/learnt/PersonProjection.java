package ru.nms.monitoring.learnt;

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

/// Keeps who works where, as what and when: the people whom the figures count.
@Component
class PersonProjection implements Projection<PersonChanged> {

    private final DatabaseClient db;
    private final MarkStore marks;

    PersonProjection(DatabaseClient db, MarkStore marks) {
        this.db = db;
        this.marks = marks;
    }

    @Override
    public Topic<PersonChanged> topic() {
        return PersonChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("person", "person_post");
    }

    @Override
    public Mono<Void> on(PersonChanged event) {
        return write(new Gone(event.subject(), event.epoch(), event.version()), false, event.posts())
                .then(lead(event.subject(), event.mergedInto()));
    }

    /// The old id, and all that led to it before, lead to the one who stays.
    private Mono<Void> lead(UUID from, @Nullable UUID heir) {
        return heir == null ? Mono.empty() : db.sql("UPDATE person SET merged_into = :heir WHERE id = :from OR merged_into = :from")
                .bind("from", from).bind("heir", heir).then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return write(gone, true, List.of()).then(marks.everyPeriod());
    }

    /// Posts reach over many periods. Who was recorded twice was diagnosed once: routes are told anew by their owner, results
    /// find their way here.
    @Override
    public Mono<Void> then(PersonChanged event) {
        var heir = event.mergedInto();
        return (heir == null ? Mono.<Void>empty() : db.sql("UPDATE result SET person_id = :heir WHERE person_id = :from")
                .bind("heir", heir).bind("from", event.subject()).then()).then(marks.everyPeriod());
    }

    @Override
    public Mono<Void> rebuilt() {
        return marks.everyPeriod();
    }

    /// Posts follow the person only when the state is newer than the one here.
    private Mono<Void> write(Gone at, boolean deleted, List<Post> posts) {
        return Copy.at(db.sql("""
                WITH newer AS (
                    INSERT INTO person AS mine (id, epoch, version, deleted)
                    VALUES (:id, :epoch, :version, :deleted)
                    ON CONFLICT (id) DO UPDATE
                       SET epoch = excluded.epoch, version = excluded.version, deleted = excluded.deleted
                     WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                    RETURNING id),
                left_behind AS (DELETE FROM person_post WHERE person_id IN (SELECT id FROM newer))
                INSERT INTO person_post (person_id, organisation_id, municipality_id, position, teaching, since, until)
                SELECT newer.id, post.organisation, post.municipality, post.position, post.teaching, post.since, post.until
                  FROM newer, unnest(:organisations, :municipalities, :positions, :teachings, :sinces, :untils)
                       AS post (organisation, municipality, position, teaching, since, until)
                """), at)
                .bind("deleted", deleted)
                .bind("organisations", column(posts, Post::organisationId, UUID[]::new))
                .bind("municipalities", column(posts, Post::municipalityId, UUID[]::new))
                .bind("positions", column(posts, Post::position, String[]::new))
                .bind("teachings", column(posts, Post::teaching, Boolean[]::new))
                .bind("sinces", column(posts, Post::since, LocalDate[]::new))
                .bind("untils", column(posts, Post::until, LocalDate[]::new))
                .then();
    }

    private static <T> @Nullable T[] column(List<Post> posts, Function<Post, @Nullable T> part,
                                            IntFunction<@Nullable T[]> array) {
        return posts.stream().map(part).toArray(array);
    }
}
