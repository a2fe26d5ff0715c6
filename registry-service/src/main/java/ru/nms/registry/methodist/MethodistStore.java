package ru.nms.registry.methodist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
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
import ru.nms.registry.methodist.Methodist.Engagement;
import tools.jackson.databind.json.JsonMapper;

/// All SQL about methodists.
@Repository
class MethodistStore {

    /// Counted for the methodists of a page only, not for all that are sorted.
    private static final String COLUMNS = """
            m.id, m.version, m.created_at, m.changed_at, m.person_id, m.kind, m.municipality_id, m.engagement, m.since,
            m.until,
            (SELECT count(*) FROM assignment a
              WHERE a.methodist_id = m.id AND NOT a.deleted AND a.since <= asked.today
                AND (a.until IS NULL OR a.until > asked.today)) AS accompanied,
            (SELECT count(*) FROM assignment a JOIN person p ON p.id = a.person_id
              WHERE a.methodist_id = m.id AND NOT a.deleted AND a.since <= asked.today AND (a.until IS NULL OR a.until > asked.today)
                AND p.young_days @> asked.today) AS young""";

    private static final String FROM = "FROM methodist m JOIN (SELECT CAST(:today AS date) AS today) AS asked ON NOT m.deleted";

    private static final Listing LISTING = Listing.of("methodists", "m.id", FROM)
            .sort("since", "m.since", Kind.DATE)
            .sort("changedAt", "m.changed_at", Kind.INSTANT)
            .filter("kind", "m.kind = :kind", Kind.TEXT)
            .filter("municipalityId", "m.municipality_id = :municipalityId", Kind.ID)
            .filter("personId", "m.person_id = :personId", Kind.ID)
            .filter("active", "(m.since <= asked.today AND (m.until IS NULL OR m.until > asked.today)) = :active", Kind.YES_NO);

    /// A methodist and the teachers accompanied today.
    record Loaded(Methodist methodist, long accompanied, long young) {}

    private final DatabaseClient db;
    private final Lists lists;
    private final JsonMapper json;

    MethodistStore(DatabaseClient db, Lists lists, EventJson json) {
        this.db = db;
        this.lists = lists;
        this.json = json.mapper();
    }

    Selection<Loaded> select(ListRequest request, Scope.Condition scope, LocalDate today) {
        return lists.select(LISTING, request, COLUMNS, scope, Map.of("today", today), MethodistStore::read);
    }

    Mono<Loaded> find(UUID id, Scope.Condition scope, LocalDate today) {
        var found = db.sql("SELECT %s %s WHERE m.id = :id AND %s".formatted(COLUMNS, FROM, scope.sql()))
                .bind("id", id)
                .bind("today", today);
        return scope.bind(found).map(MethodistStore::read).one();
    }

    /// The same person as the same kind of methodist, now.
    Mono<UUID> twin(Methodist.Draft of) {
        return db.sql("""
                SELECT id FROM methodist
                 WHERE person_id = :person AND kind = :kind AND until IS NULL AND NOT deleted
                   AND municipality_id IS NOT DISTINCT FROM CAST(:municipality AS uuid)
                """)
                .bind("person", of.personId())
                .bind("kind", of.kind().name())
                .bind("municipality", Parameters.in(R2dbcType.VARCHAR, Objects.toString(of.municipalityId(), null)))
                .map(row -> row.get("id", UUID.class))
                .one();
    }

    /// Every role of these people.
    Flux<Methodist> of(Collection<UUID> people) {
        return db.sql("SELECT %s %s WHERE m.person_id = ANY (:people) ORDER BY m.since".formatted(COLUMNS, FROM))
                .bind("people", people.toArray(UUID[]::new))
                .bind("today", LocalDate.EPOCH)
                .map(MethodistStore::read)
                .all()
                .map(Loaded::methodist);
    }

    Flux<Methodist> all(Collection<UUID> ids) {
        return db.sql("SELECT %s %s WHERE m.id = ANY (:ids)".formatted(COLUMNS, FROM))
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("today", LocalDate.EPOCH)
                .map(MethodistStore::read)
                .all()
                .map(Loaded::methodist);
    }

    /// Whoever assigns teachers to one methodist takes turns, so that two cannot both take the last place.
    Mono<Void> lock(UUID id) {
        return db.sql("SELECT id FROM methodist WHERE id = :id FOR UPDATE").bind("id", id).then();
    }

    /// Writes each state over the version it was made from.
    Mono<Void> save(List<Methodist> methodists) {
        return db.sql("""
                INSERT INTO methodist AS mine (id, version, created_at, changed_at, person_id, kind, municipality_id,
                       engagement, since, until)
                SELECT id, version, "createdAt", "changedAt", "personId", kind, "municipalityId", engagement, since, until
                  FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (id uuid, version bigint,
                       "createdAt" timestamptz, "changedAt" timestamptz, "personId" uuid, kind text,
                       "municipalityId" uuid, engagement text, since date, until date)
                ON CONFLICT (id) DO UPDATE
                   SET version = excluded.version, changed_at = excluded.changed_at, engagement = excluded.engagement,
                       since = excluded.since, until = excluded.until
                 WHERE mine.version = excluded.version - 1
                """)
                .bind("rows", json.writeValueAsString(methodists))
                .fetch().rowsUpdated()
                .filter(written -> written == methodists.size())
                .switchIfEmpty(Mono.error(Refusal::stale))
                .then();
    }

    private static Loaded read(Readable row) {
        var engagement = row.get("engagement", String.class);
        return new Loaded(new Methodist(row.get("id", UUID.class), row.get("version", Long.class),
                row.get("created_at", Instant.class), row.get("changed_at", Instant.class),
                row.get("person_id", UUID.class), Methodist.Kind.valueOf(row.get("kind", String.class)),
                row.get("municipality_id", UUID.class), engagement == null ? null : Engagement.valueOf(engagement),
                row.get("since", LocalDate.class), row.get("until", LocalDate.class)),
                row.get("accompanied", Long.class), row.get("young", Long.class));
    }
}
