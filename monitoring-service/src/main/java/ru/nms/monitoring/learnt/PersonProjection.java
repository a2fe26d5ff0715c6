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
        return Copy.take(db, "person", event.subject(), event.epoch(), event.version(), false)
                .flatMap(ignored -> forgetPosts(event.subject()).then(keepPosts(event.subject(), event.posts()))
                        .then(lead(event.subject(), event.mergedInto())));
    }

    /// The old id, and all that led to it before, lead to the one who stays.
    private Mono<Void> lead(UUID from, @Nullable UUID heir) {
        return heir == null ? Mono.empty() : db.sql("UPDATE person SET merged_into = :heir WHERE id = :from OR merged_into = :from")
                .bind("from", from).bind("heir", heir).then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.take(db, "person", gone.subject(), gone.epoch(), gone.version(), true).flatMap(ignored -> forgetPosts(gone.subject()))
                .then(marks.everyPeriod());
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

    private Mono<Void> forgetPosts(UUID person) {
        return db.sql("DELETE FROM person_post WHERE person_id = :id").bind("id", person).then();
    }

    private Mono<Void> keepPosts(UUID person, List<Post> posts) {
        return db.sql("""
                INSERT INTO person_post (person_id, organisation_id, municipality_id, position, teaching, since, until)
                SELECT :id, organisation, municipality, position, teaching, since, until
                  FROM unnest(:organisations, :municipalities, :positions, :teachings, :sinces, :untils)
                       AS post (organisation, municipality, position, teaching, since, until)
                """)
                .bind("id", person)
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
