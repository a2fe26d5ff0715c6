package ru.nms.diagnostics.person;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Keeps who exists, where they work and as what. Safe to replay: older or repeated events change nothing.
@Component
class PersonProjection implements Projection<PersonChanged> {

    private final DatabaseClient db;
    private final EventJson json;
    private final ObjectProvider<PersonTraces> traces;
    private final ObjectProvider<PeopleFile> files;

    PersonProjection(DatabaseClient db, EventJson json, ObjectProvider<PersonTraces> traces, ObjectProvider<PeopleFile> files) {
        this.db = db;
        this.json = json;
        this.traces = traces;
        this.files = files;
    }

    @Override
    public Topic<PersonChanged> topic() {
        return PersonChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("person", "person_post");
    }

    /// The posts are replaced only when the person's own row took the event. A person who goes on under another id is
    /// known no more.
    @Override
    public Mono<Void> on(PersonChanged event) {
        return Copy.at(db.sql("""
                WITH fresh AS (
                    INSERT INTO person AS mine (id, epoch, version, deleted, category, young_from, young_until, merged_into)
                    VALUES (:id, :epoch, :version, :gone, :category, :youngFrom, :youngUntil, :merged)
                    ON CONFLICT (id) DO UPDATE
                       SET epoch = excluded.epoch, version = excluded.version, deleted = excluded.deleted,
                           category = excluded.category, young_from = excluded.young_from,
                           young_until = excluded.young_until, merged_into = excluded.merged_into
                     WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                    RETURNING id
                ), left_behind AS (
                    DELETE FROM person_post USING fresh WHERE person_id = fresh.id
                )
                INSERT INTO person_post (person_id, organisation_id, municipality_id, position, teaching, management,
                                         subjects, since, until)
                SELECT fresh.id, post."organisationId", post."municipalityId", post.position, coalesce(post.teaching, false),
                       coalesce(post.management, false), coalesce(post.subjects, '{}'), post.since, post.until
                  FROM fresh, jsonb_to_recordset(CAST(:posts AS jsonb)) AS post ("organisationId" uuid,
                       "municipalityId" uuid, position text, teaching boolean, management boolean, subjects text[],
                       since date, until date)
                """), event)
                .bind("category", Parameter.fromOrEmpty(event.category(), String.class))
                .bind("youngFrom", Parameter.fromOrEmpty(event.youngFrom(), LocalDate.class))
                .bind("youngUntil", Parameter.fromOrEmpty(event.youngUntil(), LocalDate.class))
                .bind("merged", Parameter.fromOrEmpty(event.mergedInto(), UUID.class))
                .bind("gone", event.mergedInto() != null)
                .bind("posts", json.mapper().writeValueAsString(event.posts()))
                .then();
    }

    /// What else is kept of a merged person follows the one who stays; a late event of older times changes nothing.
    @Override
    public Mono<Void> then(PersonChanged event) {
        var into = event.mergedInto();
        return into == null ? Mono.empty() : PersonTraces.passOn(traces.orderedStream(), event.subject(), into);
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

    /// What came from files is in no topic.
    @Override
    public Mono<Void> rebuilt() {
        return files.getObject().sayAgain();
    }
}
