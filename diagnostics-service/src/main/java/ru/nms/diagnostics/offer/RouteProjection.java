package ru.nms.diagnostics.offer;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.RouteChanged;
import ru.nms.contracts.RouteChanged.Item;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Which routes work on which deficits. Items that work on none are left out.
@Component
class RouteProjection implements Projection<RouteChanged> {

    private final DatabaseClient db;

    RouteProjection(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Topic<RouteChanged> topic() {
        return RouteChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("route", "route_item");
    }

    /// The items are replaced only when the route's own row took the event.
    @Override
    public Mono<Void> on(RouteChanged event) {
        var items = event.items().stream().filter(item -> Objects.nonNull(item.deficitId())).toList();
        return Copy.at(db.sql("""
                WITH fresh AS (
                    INSERT INTO route AS mine (id, epoch, version, person_id, status)
                    VALUES (:id, :epoch, :version, :person, :status)
                    ON CONFLICT (id) DO UPDATE
                       SET epoch = excluded.epoch, version = excluded.version, deleted = false,
                           person_id = excluded.person_id, status = excluded.status
                     WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                    RETURNING id
                ), left_behind AS (
                    DELETE FROM route_item USING fresh WHERE route_id = fresh.id
                )
                INSERT INTO route_item (route_id, item_id, kind, status, deficit_id, event_id)
                SELECT fresh.id, item.*
                  FROM fresh, unnest(:items, :kinds, :statuses, :deficits, :events) AS item
                """), event)
                .bind("person", event.personId())
                .bind("status", event.status())
                .bind("items", column(items, Item::id, UUID[]::new))
                .bind("kinds", column(items, Item::kind, String[]::new))
                .bind("statuses", column(items, Item::status, String[]::new))
                .bind("deficits", column(items, Item::deficitId, UUID[]::new))
                .bind("events", column(items, Item::eventId, UUID[]::new))
                .then();
    }

    private static <T> @Nullable T[] column(List<Item> items, Function<Item, @Nullable T> part, IntFunction<@Nullable T[]> array) {
        return items.stream().map(part).toArray(array);
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.at(db.sql("""
                WITH fresh AS (
                    INSERT INTO route AS mine (id, epoch, version, deleted) VALUES (:id, :epoch, :version, true)
                    ON CONFLICT (id) DO UPDATE
                       SET epoch = excluded.epoch, version = excluded.version, deleted = true
                     WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                    RETURNING id
                )
                DELETE FROM route_item USING fresh WHERE route_id = fresh.id
                """), gone)
                .then();
    }
}
