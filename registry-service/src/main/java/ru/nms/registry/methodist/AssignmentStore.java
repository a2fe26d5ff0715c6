package ru.nms.registry.methodist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Scope;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Selection;
import ru.nms.platform.problem.Refusal;
import tools.jackson.databind.json.JsonMapper;

/// All SQL about assignments.
@Repository
class AssignmentStore {

    private static final String COLUMNS = """
            a.id, a.version, a.created_at, a.changed_at, a.methodist_id, a.person_id, a.since, a.until""";

    private static final String FROM = "FROM assignment a JOIN methodist m ON m.id = a.methodist_id AND NOT a.deleted";

    private static final Listing LISTING = Listing.of("assignments", "a.id", FROM)
            .sort("since", "a.since", Kind.DATE)
            .sort("changedAt", "a.changed_at", Kind.INSTANT)
            .filter("methodistId", "a.methodist_id = :methodistId", Kind.ID)
            .filter("personId", "a.person_id = :personId", Kind.ID)
            .filter("on", "a.since <= :on AND (a.until IS NULL OR a.until > :on)", Kind.DATE);

    private final DatabaseClient db;
    private final Lists lists;
    private final JsonMapper json;

    AssignmentStore(DatabaseClient db, Lists lists, EventJson json) {
        this.db = db;
        this.lists = lists;
        this.json = json.mapper();
    }

    Selection<Assignment> select(ListRequest request, Scope.Condition scope) {
        return lists.select(LISTING, request, COLUMNS, scope, AssignmentStore::read);
    }

    Mono<Assignment> find(UUID id, Scope.Condition scope) {
        var found = db.sql("SELECT %s %s WHERE a.id = :id AND %s".formatted(COLUMNS, FROM, scope.sql())).bind("id", id);
        return scope.bind(found).map(AssignmentStore::read).one();
    }

    /// The most teachers that the methodist accompanies on one and the same day while this assignment lasts, besides it.
    Mono<Long> accompanied(Assignment during) {
        return db.sql("""
                WITH other AS (
                    SELECT since, until FROM assignment
                     WHERE methodist_id = :methodist AND NOT deleted AND id <> :besides
                       AND daterange(since, until) && daterange(:since, CAST(:until AS date))),
                day AS (SELECT :since AS day UNION SELECT since FROM other WHERE since > :since)
                SELECT coalesce(max(n), 0) AS accompanied
                  FROM (SELECT count(*) AS n FROM day d JOIN other o ON o.since <= d.day AND (o.until IS NULL OR o.until > d.day)
                         GROUP BY d.day) AS counted
                """)
                .bind("methodist", during.methodistId())
                .bind("since", during.since())
                .bind("until", Parameter.fromOrEmpty(during.until(), LocalDate.class))
                .bind("besides", during.id())
                .map(row -> row.get("accompanied", Long.class))
                .one();
    }

    /// What of a methodist's lasts beyond the day.
    Flux<Assignment> beyond(UUID methodistId, LocalDate day) {
        return db.sql("""
                SELECT %s FROM assignment a
                 WHERE a.methodist_id = :methodist AND NOT a.deleted AND (a.until IS NULL OR a.until > :day AND a.until > a.since)
                """.formatted(COLUMNS))
                .bind("methodist", methodistId)
                .bind("day", day)
                .map(AssignmentStore::read)
                .all();
    }

    /// The same teacher with the same methodist, now.
    Mono<UUID> twin(Assignment of) {
        return db.sql("""
                SELECT id FROM assignment
                 WHERE methodist_id = :methodist AND person_id = :person AND until IS NULL AND NOT deleted AND id <> :id
                """)
                .bind("methodist", of.methodistId())
                .bind("person", of.personId())
                .bind("id", of.id())
                .map(row -> row.get("id", UUID.class))
                .one();
    }

    /// What a row of a file means: the assignment of the pair that began on the same day, else the open one.
    Mono<Assignment> meant(Assignment.Draft row) {
        return db.sql("""
                SELECT %s FROM assignment a
                 WHERE a.methodist_id = :methodist AND a.person_id = :person AND NOT a.deleted AND (a.until IS NULL OR a.since = :since)
                 ORDER BY a.since = :since DESC, a.id LIMIT 1
                """.formatted(COLUMNS))
                .bind("methodist", row.methodistId())
                .bind("person", row.personId())
                .bind("since", row.since())
                .map(AssignmentStore::read)
                .one();
    }

    Flux<Assignment> all(Collection<UUID> ids) {
        return db.sql("SELECT %s FROM assignment a WHERE a.id = ANY (:ids)".formatted(COLUMNS))
                .bind("ids", ids.toArray(UUID[]::new))
                .map(AssignmentStore::read)
                .all();
    }

    /// Writes each state over the version it was made from.
    Mono<Void> save(List<Assignment> assignments) {
        return db.sql("""
                INSERT INTO assignment AS mine (id, version, created_at, changed_at, methodist_id, person_id, since, until)
                SELECT id, version, "createdAt", "changedAt", "methodistId", "personId", since, until
                  FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (id uuid, version bigint,
                       "createdAt" timestamptz, "changedAt" timestamptz, "methodistId" uuid, "personId" uuid, since date,
                       until date)
                ON CONFLICT (id) DO UPDATE
                   SET version = excluded.version, changed_at = excluded.changed_at, since = excluded.since,
                       until = excluded.until
                 WHERE mine.version = excluded.version - 1
                """)
                .bind("rows", json.writeValueAsString(assignments))
                .fetch().rowsUpdated()
                .filter(written -> written == assignments.size())
                .switchIfEmpty(Mono.error(Refusal::stale))
                .then();
    }

    private static Assignment read(Readable row) {
        return new Assignment(row.get("id", UUID.class), row.get("version", Long.class),
                row.get("created_at", Instant.class), row.get("changed_at", Instant.class),
                row.get("methodist_id", UUID.class), row.get("person_id", UUID.class), row.get("since", LocalDate.class),
                row.get("until", LocalDate.class));
    }
}
