package ru.nms.iom.route;

import java.time.Instant;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The steps of routes. Its readers have already found the route within the scope of who asks.
@Repository
class HistoryStore {

    private final DatabaseClient db;

    HistoryStore(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> add(UUID route, RouteStep step) {
        var from = step.from();
        var spec = db.sql("""
                INSERT INTO route_step (route_id, version, action, from_status, to_status, role, subject, at, remarks)
                VALUES (:route, :version, :action, :from, :to, :role, :subject, :at, :remarks)
                """)
                .bind("route", route)
                .bind("version", step.version())
                .bind("action", step.action())
                .bind("to", step.to().name())
                .bind("role", step.role())
                .bind("subject", step.subject())
                .bind("at", step.at());
        spec = RouteStore.bind(spec, "from", from == null ? null : from.name(), String.class);
        return RouteStore.bind(spec, "remarks", step.remarks(), String.class).then();
    }

    Flux<RouteStep> of(UUID route) {
        return db.sql("""
                SELECT version, action, from_status, to_status, role, subject, at, remarks
                  FROM route_step WHERE route_id = :route ORDER BY version
                """)
                .bind("route", route)
                .map(HistoryStore::step)
                .all();
    }

    private static RouteStep step(Readable row) {
        var from = row.get("from_status", String.class);
        return new RouteStep(RouteStore.get(row, "version", Long.class), RouteStore.get(row, "action", String.class),
                from == null ? null : Route.Status.valueOf(from),
                Route.Status.valueOf(RouteStore.get(row, "to_status", String.class)),
                RouteStore.get(row, "role", String.class), RouteStore.get(row, "subject", String.class),
                RouteStore.get(row, "at", Instant.class), row.get("remarks", String.class));
    }
}
