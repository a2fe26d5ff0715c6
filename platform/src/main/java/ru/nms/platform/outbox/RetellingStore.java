package ru.nms.platform.outbox;

import java.util.Collection;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;

/// Which things there are.
final class RetellingStore {

    private final DatabaseClient db;

    RetellingStore(DatabaseClient db) {
        this.db = db;
    }

    record Thing(UUID id, long version, boolean deleted) {}

    /// Locked, so that no newer state is announced before this one: the last word on a topic is what a rebuild finds.
    Flux<Thing> next(String table, UUID after, int limit) {
        return db.sql("SELECT id, version, deleted FROM %s WHERE id > :after ORDER BY id LIMIT :limit FOR NO KEY UPDATE".formatted(table))
                .bind("after", after)
                .bind("limit", limit)
                .mapProperties(Thing.class)
                .all();
    }

    Flux<UUID> absent(String table, Collection<UUID> ids) {
        return db.sql("SELECT id FROM unnest(:ids) AS told (id) WHERE NOT EXISTS (SELECT FROM %s t WHERE t.id = told.id)".formatted(table))
                .bind("ids", ids.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all();
    }
}
