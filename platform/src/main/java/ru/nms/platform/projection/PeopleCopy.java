package ru.nms.platform.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.projection.Projection.Gone;

/// Where people work, as the registry tells it: a table of people, which has `merged_into` besides the columns of every copy, and
/// `person_post`, in which a service keeps of a post what it needs.
public final class PeopleCopy {

    /// What a service may keep of a post besides its place and days.
    private static final Map<String, String> PARTS = Map.of("position", "post.position",
            "teaching", "coalesce(post.teaching, false)", "subjects", "coalesce(post.subjects, '{}')");

    private final DatabaseClient db;
    private final EventJson json;
    private final String table;
    private final String write;

    /// @param table a constant: the table of people
    /// @param parts columns of `person_post` that this service has: `position`, `teaching`, `subjects`
    public PeopleCopy(DatabaseClient db, EventJson json, String table, String... parts) {
        this.db = db;
        this.json = json;
        this.table = table;
        var columns = new LinkedHashMap<String, String>();
        Stream.of(parts).forEach(part -> columns.put(part, PARTS.get(part)));
        this.write = """
                WITH newer AS (
                    INSERT INTO %s AS mine (id, epoch, version, deleted)
                    VALUES (:id, :epoch, :version, :deleted)
                    ON CONFLICT (id) DO UPDATE
                       SET epoch = excluded.epoch, version = excluded.version, deleted = excluded.deleted
                     WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                    RETURNING id),
                left_behind AS (DELETE FROM person_post WHERE person_id IN (SELECT id FROM newer))
                INSERT INTO person_post (person_id, organisation_id, municipality_id, since, until%s)
                SELECT newer.id, post."organisationId", post."municipalityId", post.since, post.until%s
                  FROM newer, jsonb_to_recordset(CAST(:posts AS jsonb)) AS post ("organisationId" uuid, "municipalityId" uuid,
                       position text, teaching boolean, subjects text[], since date, until date)
                """.formatted(table, listed(columns.keySet().stream()), listed(columns.values().stream()));
    }

    private static String listed(Stream<String> columns) {
        return columns.map(", "::concat).collect(Collectors.joining());
    }

    List<String> tables() {
        return List.of(table, "person_post");
    }

    /// Posts follow the person only when the state is newer than the one here.
    public Mono<Void> on(PersonChanged event) {
        return write(new Gone(event.subject(), event.epoch(), event.version()), false, event.posts() == null ? List.of() : event.posts())
                .then(lead(event.subject(), event.mergedInto()));
    }

    public Mono<Void> gone(Gone gone) {
        return write(gone, true, List.of());
    }

    private Mono<Void> write(Gone at, boolean deleted, List<PersonChanged.Post> posts) {
        return Copy.at(db.sql(write), at)
                .bind("deleted", deleted)
                .bind("posts", json.mapper().writeValueAsString(posts))
                .then();
    }

    /// The old id, and all that led to it before, lead to the one who stays. Nobody who was merged comes back, so an older
    /// event says nothing else.
    private Mono<Void> lead(UUID from, @Nullable UUID heir) {
        return heir == null ? Mono.empty() : db.sql("UPDATE %s SET merged_into = :heir WHERE id = :from OR merged_into = :from".formatted(table))
                .bind("from", from).bind("heir", heir).then();
    }

    /// The bare id stays, marked; nothing leads from it or to it.
    public Mono<Void> erase(UUID person) {
        return db.sql("DELETE FROM person_post WHERE person_id = :person").bind("person", person).then()
                .then(db.sql("UPDATE %s SET deleted = deleted OR id = :person, merged_into = NULL WHERE id = :person OR merged_into = :person".formatted(table))
                        .bind("person", person).then());
    }
}
