package ru.nms.diagnostics.person;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Scope;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Selection;

/// All SQL about what files said in the place of the registry.
@Repository
class ImportedStore {

    private static final Listing LISTING = Listing.of("imported-subjects", "s.id", "FROM imported_subject s")
            .sort("number", "s.number", Kind.TEXT)
            .filter("kind", "s.kind = :kind", Kind.TEXT)
            .filter("number", "s.number = :number", Kind.TEXT);

    private final DatabaseClient db;
    private final Lists lists;

    ImportedStore(DatabaseClient db, Lists lists) {
        this.db = db;
        this.lists = lists;
    }

    /// @param state the event that says it, as JSON
    record Imported(String number, UUID id, long version, @Nullable String name, String state) {}

    /// Those of these numbers or ids.
    Flux<Imported> find(Subject kind, Collection<String> numbers, Collection<UUID> ids) {
        return db.sql("""
                SELECT number, id, version, name, CAST(state AS text) AS state FROM imported_subject
                 WHERE kind = :kind AND (number = ANY(:numbers) OR id = ANY(:ids))
                """)
                .bind("kind", kind.name())
                .bind("numbers", numbers.toArray(String[]::new))
                .bind("ids", ids.toArray(UUID[]::new))
                .mapProperties(Imported.class).all();
    }

    Flux<String> states(Subject kind) {
        return db.sql("SELECT CAST(state AS text) AS state FROM imported_subject WHERE kind = :kind ORDER BY id")
                .bind("kind", kind.name())
                .map(row -> requireNonNull(row.get("state", String.class))).all();
    }

    /// Of whom the registry has spoken; what it says no file says any more.
    Mono<Set<UUID>> owned(Subject kind, Collection<UUID> ids) {
        return db.sql("SELECT id FROM %s WHERE id = ANY(:ids) AND epoch > 0".formatted(kind.table()))
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> requireNonNull(row.get("id", UUID.class)))
                .all().collect(Collectors.toSet());
    }

    /// @param kind     of an organisation
    /// @param placeId  the municipality of an organisation
    record Place(String said, UUID id, @Nullable String kind, @Nullable UUID placeId) {}

    /// Municipalities by what rows call them: a number of a file, or the id of one that is known.
    Mono<Map<String, Place>> municipalities(Collection<String> said) {
        return places(said, """
                SELECT asked.said, m.id, CAST(NULL AS text) AS kind, CAST(NULL AS uuid) AS place_id
                  FROM unnest(:said) AS asked (said)
                  LEFT JOIN imported_subject s ON s.kind = 'MUNICIPALITY' AND s.number = asked.said
                  JOIN municipality m ON m.id = s.id OR CAST(m.id AS text) = lower(asked.said)
                 WHERE NOT m.deleted
                """);
    }

    Mono<Map<String, Place>> organisations(Collection<String> said) {
        return places(said, """
                SELECT asked.said, o.id, o.kind, o.municipality_id AS place_id
                  FROM (SELECT said, coalesce(s.id, CASE WHEN said ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN CAST(said AS uuid) END) AS id
                          FROM unnest(:said) AS asked (said)
                          LEFT JOIN imported_subject s ON s.kind = 'ORGANISATION' AND s.number = said) AS asked
                  JOIN organisation o USING (id)
                 WHERE NOT o.deleted
                """);
    }

    private Mono<Map<String, Place>> places(Collection<String> said, String sql) {
        return db.sql(sql).bind("said", said.toArray(String[]::new))
                .mapProperties(Place.class).all().collectMap(Place::said);
    }

    Mono<Void> keep(Subject kind, List<Imported> subjects) {
        return subjects.isEmpty() ? Mono.empty() : db.sql("""
                INSERT INTO imported_subject AS mine (kind, number, id, version, name, state)
                SELECT :kind, number, id, version, name, CAST(state AS jsonb)
                  FROM unnest(:numbers, :ids, :versions, :names, :states) AS fresh (number, id, version, name, state)
                ON CONFLICT (kind, number) DO UPDATE SET version = excluded.version, name = excluded.name, state = excluded.state
                """)
                .bind("kind", kind.name())
                .bind("numbers", column(subjects, Imported::number, String[]::new))
                .bind("ids", column(subjects, Imported::id, UUID[]::new))
                .bind("versions", column(subjects, Imported::version, Long[]::new))
                .bind("names", column(subjects, Imported::name, String[]::new))
                .bind("states", column(subjects, Imported::state, String[]::new))
                .then();
    }

    private static <T> @Nullable T[] column(List<Imported> rows, Function<Imported, @Nullable T> part, IntFunction<@Nullable T[]> array) {
        return rows.stream().map(part).toArray(array);
    }

    /// Which id a number stands for.
    record Listed(UUID id, String kind, String number, @Nullable String name) {}

    Selection<Listed> select(ListRequest request) {
        return lists.select(LISTING, request, "s.id, s.kind, s.number, s.name", Scope.Condition.ALL, Map.of(), row -> new Listed(
                requireNonNull(row.get("id", UUID.class)), requireNonNull(row.get("kind", String.class)),
                requireNonNull(row.get("number", String.class)), row.get("name", String.class)));
    }
}
