package ru.nms.iom.route;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.iom.person.PersonStore;
import ru.nms.platform.access.Caller;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import tools.jackson.databind.json.JsonMapper;

/// Routes as they are written. The register of routes is [RegisterStore]'s.
@Repository
class RouteStore {

    static final String COLUMNS = """
            r.id, r.version, r.created_at, r.changed_at, r.person_id, r.from_date, r.until_date, r.status,
            CAST(r.basis AS text) AS basis, CAST(r.items AS text) AS items, r.remarks, r.approved_on, r.completed_on""";

    private final DatabaseClient db;
    private final RegionCalendar calendar;
    private final JsonMapper json;

    RouteStore(DatabaseClient db, RegionCalendar calendar, EventJson json) {
        this.db = db;
        this.calendar = calendar;
        this.json = json.mapper();
    }

    /// All who write a person's routes queue here, for the rest of their transactions.
    Mono<Void> queueFor(UUID person) {
        return db.sql("SELECT pg_advisory_xact_lock(hashtextextended(CAST(:person AS text), 1))")
                .bind("person", person)
                .then();
    }

    /// A route within the caller's scope, for a change.
    Mono<Route> take(UUID id, Caller caller) {
        return db.sql("""
                SELECT pg_advisory_xact_lock(hashtextextended(CAST(person_id AS text), 1)) FROM route WHERE id = :id
                """)
                .bind("id", id)
                .then()
                .then(Mono.defer(() -> find(id, caller)));
    }

    private Mono<Route> find(UUID id, Caller caller) {
        var scope = PersonStore.visible(caller, "r.person_id");
        return scope.bind(db.sql("""
                SELECT %s FROM route r
                 WHERE r.id = :id AND NOT r.deleted AND CAST(:today AS date) IS NOT NULL AND %s
                """.formatted(COLUMNS, scope.sql())))
                .bind("id", id)
                .bind("today", calendar.today())
                .map(this::route)
                .one();
    }

    /// All routes of a person.
    Flux<Route> of(UUID person) {
        return db.sql("SELECT %s FROM route r WHERE r.person_id = :person AND NOT r.deleted ORDER BY r.id"
                        .formatted(COLUMNS))
                .bind("person", person)
                .map(this::route)
                .all();
    }

    Flux<Route> all(Collection<UUID> ids) {
        return db.sql("SELECT %s FROM route r WHERE r.id = ANY (:ids)".formatted(COLUMNS))
                .bind("ids", ids.toArray(UUID[]::new))
                .map(this::route)
                .all();
    }

    /// A route of the person that is not completed and shares days with this time.
    Mono<UUID> openBetween(UUID person, LocalDate from, LocalDate until) {
        return db.sql("""
                SELECT id FROM route
                 WHERE person_id = :person AND NOT deleted AND status <> 'COMPLETED'
                   AND from_date <= :until AND until_date >= :from
                 ORDER BY from_date, id LIMIT 1
                """)
                .bind("person", person)
                .bind("from", from)
                .bind("until", until)
                .map(row -> row.get("id", UUID.class))
                .one();
    }

    /// Gives all routes of one record of a person to the other.
    Flux<UUID> passOn(UUID from, UUID heir, Instant now) {
        return db.sql("UPDATE route SET person_id = :heir, version = version + 1, changed_at = :now WHERE person_id = :from RETURNING id")
                .bind("from", from).bind("heir", heir).bind("now", now)
                .map(row -> get(row, "id", UUID.class))
                .all();
    }

    record Gone(UUID id, long version) {}

    /// Leaves tombstones that belong to nobody, and nothing of what was done and written.
    Flux<Gone> erase(UUID person, Instant now) {
        return db.sql("DELETE FROM route_step WHERE route_id IN (SELECT id FROM route WHERE person_id = :person)")
                .bind("person", person).then()
                .then(db.sql("UPDATE participation_copy SET deleted = true, present = false, person_id = NULL WHERE person_id = :person")
                        .bind("person", person).then())
                .thenMany(db.sql("""
                        UPDATE route SET deleted = true, version = version + 1, changed_at = :now, person_id = gen_random_uuid(),
                               basis = '{}', items = '[]', remarks = NULL, approved_on = NULL, completed_on = NULL
                         WHERE person_id = :person
                        RETURNING id, version
                        """)
                        .bind("person", person).bind("now", now)
                        .map(row -> new Gone(get(row, "id", UUID.class), get(row, "version", Long.class)))
                        .all());
    }

    Mono<Void> insert(Route route) {
        return write(db.sql("""
                INSERT INTO route (id, version, created_at, changed_at, person_id, from_date, until_date, status,
                                   basis, items, remarks, approved_on, completed_on)
                VALUES (:id, :version, :createdAt, :changedAt, :person, :from, :until, :status,
                        CAST(:basis AS jsonb), CAST(:items AS jsonb), :remarks, :approvedOn, :completedOn)
                """)
                .bind("createdAt", route.createdAt())
                .bind("person", route.personId())
                .bind("from", route.from())
                .bind("until", route.until())
                .bind("basis", json.writeValueAsString(route.basis())), route)
                .then();
    }

    /// Writes only over the version this route was made from.
    Mono<Void> update(Route route) {
        return write(db.sql("""
                UPDATE route
                   SET version = :version, changed_at = :changedAt, status = :status, items = CAST(:items AS jsonb),
                       remarks = :remarks, approved_on = :approvedOn, completed_on = :completedOn
                 WHERE id = :id AND version = :version - 1
                """), route)
                .fetch().rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(Refusal::stale))
                .then();
    }

    private GenericExecuteSpec write(GenericExecuteSpec spec, Route route) {
        var bound = spec.bind("id", route.id())
                .bind("version", route.version())
                .bind("changedAt", route.changedAt())
                .bind("status", route.status().name())
                .bind("items", json.writeValueAsString(route.items()));
        bound = bind(bound, "remarks", route.remarks(), String.class);
        bound = bind(bound, "approvedOn", route.approvedOn(), LocalDate.class);
        return bind(bound, "completedOn", route.completedOn(), LocalDate.class);
    }

    static <T> GenericExecuteSpec bind(GenericExecuteSpec spec, String name, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }

    Route route(Readable row) {
        return new Route(get(row, "id", UUID.class), get(row, "version", Long.class),
                get(row, "created_at", Instant.class), get(row, "changed_at", Instant.class),
                get(row, "person_id", UUID.class), get(row, "from_date", LocalDate.class),
                get(row, "until_date", LocalDate.class), Route.Status.valueOf(get(row, "status", String.class)),
                json.readValue(get(row, "basis", String.class), Basis.class), items(get(row, "items", String.class)),
                row.get("remarks", String.class), row.get("approved_on", LocalDate.class),
                row.get("completed_on", LocalDate.class));
    }

    private List<RouteItem> items(String text) {
        return Arrays.asList(json.readValue(text, RouteItem[].class));
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
