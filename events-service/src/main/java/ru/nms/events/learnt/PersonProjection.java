package ru.nms.events.learnt;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonChanged.Post;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Keeps where people work, and nothing else about them: it decides who may register whom.
@Component
class PersonProjection implements Projection<PersonChanged> {

    private final DatabaseClient db;
    private final List<PersonFollower> followers;

    PersonProjection(DatabaseClient db, List<PersonFollower> followers) {
        this.db = db;
        this.followers = followers;
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
    public Mono<Void> then(PersonChanged event) {
        var heir = event.mergedInto();
        return heir == null ? Mono.empty() : Flux.fromIterable(followers).concatMap(it -> it.follow(event.subject(), heir)).then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.take(db, "person", gone.subject(), gone.epoch(), gone.version(), true).flatMap(ignored -> forgetPosts(gone.subject()));
    }

    private Mono<Void> forgetPosts(UUID person) {
        return db.sql("DELETE FROM person_post WHERE person_id = :id").bind("id", person).then();
    }

    private Mono<Void> keepPosts(UUID person, List<Post> posts) {
        return db.sql("""
                INSERT INTO person_post (person_id, organisation_id, municipality_id, since, until)
                SELECT :id, organisation, municipality, since, until
                  FROM unnest(:organisations, :municipalities, :sinces, :untils)
                       AS post (organisation, municipality, since, until)
                """)
                .bind("id", person)
                .bind("organisations", column(posts, Post::organisationId, UUID[]::new))
                .bind("municipalities", column(posts, Post::municipalityId, UUID[]::new))
                .bind("sinces", column(posts, Post::since, LocalDate[]::new))
                .bind("untils", column(posts, Post::until, LocalDate[]::new))
                .then();
    }

    private static <T> @Nullable T[] column(List<Post> posts, Function<Post, @Nullable T> part,
                                            IntFunction<@Nullable T[]> array) {
        return posts.stream().map(part).toArray(array);
    }
}
