package ru.nms.platform.register;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.Event;
import ru.nms.contracts.Topic;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Selection;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// All SQL of registers. Only constants of a [Register] become SQL text; values are always bound.
final class RegisterStore {

    private static final String OWN = "id, version, created_at, changed_at, natural_key, search_key";

    private static final TypeReference<Map<String, JsonNode>> SHOWN = new TypeReference<>() {};

    private final DatabaseClient db;
    private final Lists lists;
    private final JsonMapper json;
    private final RegionCalendar calendar;

    RegisterStore(DatabaseClient db, Lists lists, JsonMapper json, RegionCalendar calendar) {
        this.db = db;
        this.lists = lists;
        this.json = json;
        this.calendar = calendar;
    }

    <S> Selection<Entry<S>> select(Register<S> register, Listing listing, ListRequest request, Scope.Condition scope) {
        return lists.select(listing, request, columns(register, brief(register)), living(scope), fixed(),
                row -> read(register, row));
    }

    /// An entry with the names of what it refers to, as far as the caller may see that.
    record Named<S>(Entry<S> entry, JsonNode names) {}

    <S> Selection<Named<S>> named(Register<S> register, ListRequest request, Scope.Condition scope, Caller caller) {
        var values = new HashMap<>(scope.values());
        return lists.select(register.listing, request, columns(register, brief(register)) + ", " + ReferenceNames.of(register, caller, values),
                living(new Scope.Condition(scope.sql(), values)), fixed(),
                row -> new Named<>(read(register, row), json.readTree(row.get("names", String.class))));
    }

    <S> Mono<Entry<S>> find(Register<S> register, UUID id, Scope.Condition scope) {
        var living = living(scope);
        return living.bind(select(register, "e.id = :id AND " + living.sql()).bind("id", id))
                .map(row -> read(register, row))
                .one();
    }

    /// The entries with one of these natural keys.
    <S> Flux<Entry<S>> keyed(Register<S> register, Collection<String> keys) {
        return select(register, "e.natural_key = ANY (:keys) AND NOT e.deleted")
                .bind("keys", keys.toArray(String[]::new))
                .map(row -> read(register, row))
                .all();
    }

    /// Locks them: who comes later waits and reads what was written.
    <S> Flux<Entry<S>> locked(Register<S> register, Scope.Condition scope) {
        var living = living(scope);
        return living.bind(select(register, living.sql() + " ORDER BY e.id FOR UPDATE OF e"))
                .map(row -> read(register, row))
                .all();
    }

    <S> Flux<Entry<S>> all(Register<S> register, Collection<UUID> ids) {
        return select(register, "e.id = ANY (:ids)").bind("ids", ids.toArray(UUID[]::new))
                .map(row -> read(register, row))
                .all();
    }

    private GenericExecuteSpec select(Register<?> register, String condition) {
        return onDay("SELECT %s FROM %s e WHERE %s".formatted(columns(register, register.fields.keySet()), register.table, condition));
    }

    /// With the region's day and time, where they are asked for.
    private GenericExecuteSpec onDay(String sql) {
        var spec = db.sql(sql);
        for (var value : fixed().entrySet()) {
            spec = sql.contains(":" + value.getKey()) ? spec.bind(value.getKey(), value.getValue()) : spec;
        }
        return spec;
    }

    private Map<String, Object> fixed() {
        return Map.of("today", calendar.today(), "now", calendar.clock().instant());
    }

    <S> Mono<UUID> twin(Register<S> register, @Nullable String key, UUID besides) {
        return key == null ? Mono.empty() : db.sql(
                "SELECT e.id FROM %s e WHERE e.natural_key = :key AND NOT e.deleted AND e.id <> :id".formatted(register.table))
                .bind("key", key).bind("id", besides)
                .map(row -> row.get("id", UUID.class))
                .one();
    }

    /// Those of the ids that the caller may not name.
    Mono<List<UUID>> unknown(Reference reference, Collection<UUID> ids, Scope.Condition scope) {
        return scope.bind(db.sql("""
                SELECT wanted.id FROM unnest(:ids) AS wanted (id)
                 WHERE NOT EXISTS (SELECT FROM %s WHERE r.id = wanted.id AND %s)
                """.formatted(reference.from(), scope.sql())).bind("ids", ids.toArray(UUID[]::new)))
                .map(row -> row.get("id", UUID.class))
                .all().collectList();
    }

    /// Ids by the folded names that cells give them, or by themselves, as far as the caller may name them; a name may mean
    /// several. What stands in parentheses at the end may be part of the name or tell two of one name apart.
    Mono<Map<String, List<UUID>>> meant(Reference reference, Collection<String> names, Scope.Condition scope) {
        record Meant(String key, UUID id) {}
        return scope.bind(onDay("""
                SELECT found.key, r.id FROM %1$s CROSS JOIN LATERAL unnest(%2$s) AS found (key)
                 WHERE %3$s AND %4$s AND found.key = ANY (:names)
                UNION
                SELECT CAST(r.id AS text), r.id FROM %1$s WHERE r.id = ANY (:ids) AND %4$s
                """.formatted(reference.from(), reference.keys(), reference.bare(), scope.sql()))
                .bind("names", names.toArray(String[]::new))
                .bind("ids", names.stream().filter(RegisterCells::isId).map(UUID::fromString).toArray(UUID[]::new))
                .bind("bare", names.stream().flatMap(name -> Stream.of(name, name.replaceFirst(" ?\\([^()]*\\)$", "")))
                        .distinct().toArray(String[]::new)))
                .mapProperties(Meant.class)
                .all()
                .collect(Collectors.groupingBy(Meant::key, Collectors.mapping(Meant::id, Collectors.toList())));
    }

    /// Writes each state over the version it was made from.
    <S> Mono<Void> save(Register<S> register, List<Entry<S>> entries) {
        var own = Stream.of(OWN.split(", ")).skip(3);
        var changed = Stream.concat(Stream.of("version"), Stream.concat(own, register.fields.values().stream()))
                .map(column -> column + " = excluded." + column).collect(Collectors.joining(", "));
        return db.sql("""
                INSERT INTO %1$s AS mine (%2$s, %3$s)
                SELECT %2$s, %3$s FROM jsonb_populate_recordset(CAST(NULL AS %1$s), CAST(:rows AS jsonb))
                ON CONFLICT (id) DO UPDATE SET %4$s WHERE mine.version = excluded.version - 1
                """.formatted(register.table, OWN, String.join(", ", register.fields.values()), changed))
                .bind("rows", json.writeValueAsString(entries.stream().map(entry -> row(register, entry)).toList()))
                .fetch().rowsUpdated()
                .filter(written -> written == entries.size())
                .switchIfEmpty(Mono.error(Refusal::stale))
                .then();
    }

    /// Leaves a tombstone.
    <S> Mono<Void> remove(Register<S> register, Entry<S> entry, Instant now) {
        return db.sql("""
                UPDATE %s SET deleted = true, version = version + 1, changed_at = :now
                 WHERE id = :id AND version = :version
                """.formatted(register.table))
                .bind("now", now).bind("id", entry.id()).bind("version", entry.version())
                .fetch().rowsUpdated()
                .filter(written -> written == 1)
                .switchIfEmpty(Mono.error(Refusal::stale))
                .then();
    }

    /// Leaves of tombstones that speak of somebody what they must keep: id, version and that they are tombstones.
    Mono<Void> blank(Register<?> register, Scope.Condition mention) {
        var nothing = register.fields.values().stream().map(column -> column + " = NULL").collect(Collectors.joining(", "));
        return mention.bind(db.sql("UPDATE %s e SET natural_key = NULL, search_key = '', %s WHERE e.deleted AND %s"
                .formatted(register.table, nothing, mention.sql()))).then();
    }

    /// The event whose components are fields of the entry.
    <E extends Event> E event(Topic<E> topic, Entry<?> entry, Stamp stamp) {
        var event = (ObjectNode) json.<ObjectNode>valueToTree(entry.content());
        entry.shown().forEach(event::set);
        event.put("eventId", stamp.eventId().toString()).put("subject", entry.id().toString())
                .put("epoch", stamp.epoch()).put("version", entry.version())
                .put("occurredAt", stamp.occurredAt().toString());
        return json.treeToValue(event, topic.type());
    }

    Mentions mentions() {
        return new Mentions(json);
    }

    ArrayNode shown(List<? extends Entry<?>> entries) {
        return (ArrayNode) json.<ArrayNode>valueToTree(entries);
    }

    private <S> ObjectNode row(Register<S> register, Entry<S> entry) {
        var content = (ObjectNode) json.<ObjectNode>valueToTree(entry.content());
        var row = json.createObjectNode();
        register.fields.forEach((field, column) -> row.set(column, content.get(field)));
        row.put("id", entry.id().toString());
        row.put("version", entry.version());
        row.put("created_at", entry.createdAt().toString());
        row.put("changed_at", entry.changedAt().toString());
        row.put("natural_key", register.key.apply(entry.content()));
        row.put("search_key", register.words.apply(entry.content()));
        return row;
    }

    private static List<String> brief(Register<?> register) {
        return register.fields.keySet().stream().filter(field -> !register.brief.contains(field)).toList();
    }

    private static String columns(Register<?> register, Collection<String> fields) {
        return "e.id, e.version, e.created_at, e.changed_at, CAST(%s AS text) AS content, CAST(%s AS text) AS shown"
                .formatted(register.document(fields), register.computed());
    }

    private <S> Entry<S> read(Register<S> register, Readable row) {
        return new Entry<>(row.get("id", UUID.class), row.get("version", Long.class), row.get("created_at", Instant.class),
                row.get("changed_at", Instant.class), json.readValue(row.get("content", String.class), register.type),
                json.readValue(row.get("shown", String.class), SHOWN));
    }

    private static Scope.Condition living(Scope.Condition scope) {
        return new Scope.Condition("NOT e.deleted AND " + scope.sql(), scope.values());
    }
}
