package ru.nms.registry.municipality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// All SQL about municipalities. There are a few dozen, so whoever looks one up may load all.
@Repository
public class MunicipalityStore {

    private static final TypeReference<Map<String, String>> BY_GROUPING = new TypeReference<>() {};
    private static final TypeReference<Map<Integer, Integer>> BY_YEAR = new TypeReference<>() {};

    private static final String COLUMNS = """
            m.id, m.version, m.created_at, m.changed_at, m.code, m.name, m.aliases, m.territory_type,
            m.groupings, m.methodists, m.teachers_reported, m.closed_on""";

    private static final Scope.Columns OWNERLESS = new Scope.Columns(null, null, null, null);

    private static final Listing LISTING = Listing.of("municipalities", "m.id", "FROM municipality m")
            .sort("name", "m.name_key", Kind.TEXT)
            .sort("code", "m.code", Kind.TEXT)
            .filter("territoryType", "m.territory_type = :territoryType", Kind.TEXT)
            .filter("grouping", "EXISTS (SELECT FROM jsonb_each_text(m.groupings) AS unit WHERE unit.value = :grouping)", Kind.TEXT)
            .words("q", "m.search_key");

    private final DatabaseClient db;
    private final Lists lists;
    private final JsonMapper json;

    MunicipalityStore(DatabaseClient db, Lists lists, EventJson json) {
        this.db = db;
        this.lists = lists;
        this.json = json.mapper();
    }

    /// Municipalities are no secret: everybody signed in sees all of them.
    Selection<Municipality> select(ListRequest request) {
        return lists.select(LISTING, request, COLUMNS, Scope.everything().on(OWNERLESS), this::read);
    }

    public Flux<Municipality> all() {
        return db.sql("SELECT %s FROM municipality m ORDER BY m.name_key".formatted(COLUMNS)).map(this::read).all();
    }

    public Mono<Municipality> find(UUID id) {
        return db.sql("SELECT %s FROM municipality m WHERE m.id = :id".formatted(COLUMNS))
                .bind("id", id)
                .map(this::read)
                .one();
    }

    /// Processes of one service that start side by side take turns.
    Mono<Void> lock() {
        return db.sql("LOCK TABLE municipality IN SHARE ROW EXCLUSIVE MODE").then();
    }

    Mono<Void> save(List<Municipality> changes) {
        return db.sql("""
                INSERT INTO municipality AS mine (id, version, created_at, changed_at, code, name, aliases, name_key,
                       name_keys, search_key, territory_type, groupings, methodists, teachers_reported, closed_on)
                SELECT id, version, "createdAt", "changedAt", code, name, aliases, "nameKeys"[1], "nameKeys",
                       array_to_string("nameKeys", ' '), "territoryType", groupings, methodists, "teachersReported",
                       "closedOn"
                  FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (id uuid, version bigint,
                       "createdAt" timestamptz, "changedAt" timestamptz, code text, name text, aliases text[],
                       "nameKeys" text[], "territoryType" text, groupings jsonb, methodists jsonb,
                       "teachersReported" jsonb, "closedOn" date)
                ON CONFLICT (id) DO UPDATE
                   SET version = excluded.version, changed_at = excluded.changed_at, name = excluded.name,
                       aliases = excluded.aliases, name_key = excluded.name_key, name_keys = excluded.name_keys,
                       search_key = excluded.search_key, territory_type = excluded.territory_type,
                       groupings = excluded.groupings, methodists = excluded.methodists,
                       teachers_reported = excluded.teachers_reported, closed_on = excluded.closed_on
                """)
                .bind("rows", json.writeValueAsString(changes.stream().map(Row::of).toList()))
                .then();
    }

    private Municipality read(Readable row) {
        return new Municipality(row.get("id", UUID.class), row.get("version", Long.class),
                row.get("created_at", Instant.class), row.get("changed_at", Instant.class),
                row.get("code", String.class), row.get("name", String.class),
                List.of(row.get("aliases", String[].class)), row.get("territory_type", String.class),
                json.readValue(row.get("groupings", String.class), BY_GROUPING),
                json.readValue(row.get("methodists", String.class), BY_YEAR),
                json.readValue(row.get("teachers_reported", String.class), BY_YEAR),
                row.get("closed_on", LocalDate.class));
    }

    /// A municipality with the keys that only the database needs.
    private record Row(@JsonUnwrapped Municipality municipality, List<String> nameKeys) {

        static Row of(Municipality municipality) {
            return new Row(municipality, municipality.nameKeys());
        }
    }
}
