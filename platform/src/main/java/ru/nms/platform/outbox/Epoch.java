package ru.nms.platform.outbox;

import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

/// The epoch of this service's data: raised by the restore procedure only, hence read once per process.
public final class Epoch {

    private final Mono<Long> value;

    public Epoch(DatabaseClient db) {
        this.value = db.sql("SELECT value FROM epoch")
                .map(row -> row.get("value", Long.class))
                .one()
                .cacheInvalidateIf(ignored -> false);
    }

    public Mono<Long> current() {
        return value;
    }
}
