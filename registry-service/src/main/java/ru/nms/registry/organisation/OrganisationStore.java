package ru.nms.registry.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

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
import ru.nms.platform.region.RegionCalendar;
import ru.nms.registry.search.Trigrams;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// All SQL about organisations.
@Repository
public class OrganisationStore {

    private static final TypeReference<List<Organisation.FormerName>> NAMES = new TypeReference<>() {};

    private static final String COLUMNS = """
            o.id, o.version, o.created_at, o.changed_at, o.kind, o.level, o.name, o.aliases, o.municipality_id,
            o.parent_id, o.opened_on, o.closed_on, o.former_names, o.successors, o.details""";

    /// A list of the details that has an element; in the form that the index answers.
    private static final String HAS = "o.details @> jsonb_build_object('%s', jsonb_build_array(%s))";

    private static final Listing LISTING = Listing.of("organisations", "o.id", "FROM organisation o")
            .sort("name", "o.name_key", Kind.TEXT)
            .sort("changedAt", "o.changed_at", Kind.INSTANT)
            .filter("kind", "o.kind = :kind", Kind.TEXT)
            .filter("level", "o.level = :level", Kind.TEXT)
            .filter("municipalityId", "o.municipality_id = :municipalityId", Kind.ID)
            .filter("parentId", "o.parent_id = :parentId", Kind.ID)
            .filter("legalForm", "o.details ->> 'legalForm' = :legalForm", Kind.TEXT)
            .filter("flag", HAS.formatted("flags", "CAST(:flag AS text)"), Kind.TEXT)
            .filter("educationKind", HAS.formatted("educationKinds", "CAST(:educationKind AS text)"), Kind.TEXT)
            .filter("infrastructure",
                    HAS.formatted("infrastructure", "jsonb_build_object('kind', CAST(:infrastructure AS text))"), Kind.TEXT)
            .filter("successorId", ":successorId = ANY (o.successors)", Kind.ID)
            .filter("on", "(o.opened_on IS NULL OR o.opened_on <= :on) AND (o.closed_on IS NULL OR o.closed_on > :on)", Kind.DATE)
            .words("q", "o.search_key", Trigrams::key);

    private final DatabaseClient db;
    private final Lists lists;
    private final RegionCalendar calendar;
    private final JsonMapper json;

    OrganisationStore(DatabaseClient db, Lists lists, RegionCalendar calendar, EventJson json) {
        this.db = db;
        this.lists = lists;
        this.calendar = calendar;
        this.json = json.mapper();
    }

    Selection<Organisation> select(ListRequest request, Scope.Condition scope) {
        return lists.select(LISTING, request, COLUMNS, scope, this::read);
    }

    Mono<Organisation> find(UUID id, Scope.Condition scope) {
        var found = db.sql("SELECT %s FROM organisation o WHERE o.id = :id AND %s".formatted(COLUMNS, scope.sql()))
                .bind("id", id);
        return scope.bind(found).map(this::read).one();
    }

    /// Those of the ids that exist.
    public Flux<Organisation> all(Collection<UUID> ids) {
        return db.sql("SELECT %s FROM organisation o WHERE o.id = ANY (:ids)".formatted(COLUMNS))
                .bind("ids", ids.toArray(UUID[]::new))
                .map(this::read)
                .all();
    }

    /// Those that go by one of the folded names and are not closed today.
    public Flux<Organisation> named(Collection<String> keys) {
        return db.sql("""
                SELECT %s FROM organisation o
                 WHERE o.name_keys && :keys AND (o.closed_on IS NULL OR o.closed_on > :today)
                """.formatted(COLUMNS))
                .bind("keys", keys.toArray(String[]::new))
                .bind("today", calendar.today())
                .map(this::read)
                .all();
    }

    /// The organisation and all above it.
    Flux<Organisation> upwards(Collection<UUID> ids) {
        return db.sql("""
                WITH RECURSIVE up AS (
                    SELECT id, parent_id FROM organisation WHERE id = ANY (:ids)
                    UNION
                    SELECT o.id, o.parent_id FROM organisation o JOIN up ON o.id = up.parent_id)
                SELECT %s FROM organisation o JOIN up ON up.id = o.id
                """.formatted(COLUMNS))
                .bind("ids", ids.toArray(UUID[]::new))
                .map(this::read)
                .all();
    }

    /// Who coordinates the region, did so or will. Whoever asks takes turns with others that do: no two may become one.
    Flux<Organisation> coordinators() {
        return db.sql("SELECT pg_advisory_xact_lock(hashtextextended('coordinator', 0)) IS NULL AS locked").then()
                .thenMany(db.sql("SELECT %s FROM organisation o WHERE o.coordinates".formatted(COLUMNS)).map(this::read).all());
    }

    /// Another organisation that is the same to people, and not closed when this one opens.
    Mono<UUID> twin(Organisation of) {
        return db.sql("""
                SELECT id FROM organisation
                 WHERE name_key = :name AND municipality_id IS NOT DISTINCT FROM CAST(:municipality AS uuid)
                   AND kind = :kind AND (closed_on IS NULL OR closed_on > :from) AND id <> :id
                 LIMIT 1
                """)
                .bind("name", of.nameKeys().getFirst())
                .bind("municipality", Parameters.in(R2dbcType.VARCHAR, Objects.toString(of.municipalityId(), null)))
                .bind("kind", of.kind())
                .bind("from", of.openedOn() == null || of.version() > 1 ? calendar.today() : of.openedOn())
                .bind("id", of.id())
                .map(row -> row.get("id", UUID.class))
                .one();
    }

    /// How many of these people there are.
    Mono<Long> people(Collection<UUID> ids) {
        return db.sql("SELECT count(*) AS known FROM person WHERE id = ANY (:ids) AND NOT deleted")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> row.get("known", Long.class))
                .one();
    }

    /// Organisations for which this person answers.
    Flux<Organisation> answeredForBy(UUID person) {
        return db.sql("""
                SELECT %s FROM organisation o
                 WHERE %s
                """.formatted(COLUMNS, HAS.formatted("responsible", "jsonb_build_object('personId', CAST(:person AS text))")))
                .bind("person", person.toString())
                .map(this::read)
                .all();
    }

    /// Writes each state over the version it was made from.
    Mono<Void> save(List<Row> rows) {
        return db.sql("""
                INSERT INTO organisation AS mine (id, version, created_at, changed_at, kind, level, name, aliases,
                       name_key, name_keys, search_key, municipality_id, parent_id, coordinates, opened_on, closed_on,
                       former_names, successors, details)
                SELECT id, version, "createdAt", "changedAt", kind, level, name, aliases, "nameKeys"[1], "nameKeys",
                       "searchKey", "municipalityId", "parentId", coordinates, "openedOn", "closedOn", "formerNames",
                       successors, details
                  FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (id uuid, version bigint,
                       "createdAt" timestamptz, "changedAt" timestamptz, kind text, level text, name text, aliases text[],
                       "nameKeys" text[], "municipalityId" uuid, "parentId" uuid, "searchKey" text,
                       coordinates boolean, "openedOn" date, "closedOn" date, "formerNames" jsonb, successors uuid[],
                       details jsonb)
                ON CONFLICT (id) DO UPDATE
                   SET version = excluded.version, changed_at = excluded.changed_at, name = excluded.name,
                       aliases = excluded.aliases, name_key = excluded.name_key, name_keys = excluded.name_keys,
                       search_key = excluded.search_key, parent_id = excluded.parent_id, opened_on = excluded.opened_on,
                       closed_on = excluded.closed_on, former_names = excluded.former_names,
                       successors = excluded.successors, details = excluded.details
                 WHERE mine.version = excluded.version - 1
                """)
                .bind("rows", json.writeValueAsString(rows))
                .fetch().rowsUpdated()
                .filter(written -> written == rows.size())
                .switchIfEmpty(Mono.error(Refusal::stale))
                .then();
    }

    /// An organisation with what only the database needs.
    record Row(@JsonUnwrapped Organisation organisation, List<String> nameKeys, String searchKey, boolean coordinates) {}

    private Organisation read(Readable row) {
        return new Organisation(row.get("id", UUID.class), row.get("version", Long.class),
                row.get("created_at", Instant.class), row.get("changed_at", Instant.class),
                row.get("kind", String.class), row.get("level", String.class), row.get("name", String.class),
                List.of(row.get("aliases", String[].class)), row.get("municipality_id", UUID.class),
                row.get("parent_id", UUID.class), row.get("opened_on", LocalDate.class),
                row.get("closed_on", LocalDate.class), json.readValue(row.get("former_names", String.class), NAMES),
                List.of(row.get("successors", UUID[].class)), json.readValue(row.get("details", String.class), Details.class));
    }
}
