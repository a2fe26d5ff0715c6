package ru.nms.platform.probe;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;

/// Use cases of the probe.
public final class Things {

    /// How often the copy was said to have been built anew.
    public static final AtomicInteger REBUILDS = new AtomicInteger();

    private final DatabaseClient db;
    private final Tx tx;
    private final Outbox outbox;

    public Things(DatabaseClient db, Tx tx, Outbox outbox) {
        this.db = db;
        this.tx = tx;
        this.outbox = outbox;
    }

    public Mono<UUID> create(String title) {
        UUID id = Ids.next();
        return tx.run(db.sql("INSERT INTO thing (id, version, title) VALUES (:id, 1, :title)")
                .bind("id", id).bind("title", title).then()
                .then(announce(id, 1, title))
                .thenReturn(id));
    }

    public Mono<Long> rename(UUID id, String title) {
        return tx.run(db.sql("UPDATE thing SET version = version + 1, title = :title WHERE id = :id RETURNING version")
                .bind("id", id).bind("title", title)
                .map(row -> row.get("version", Long.class)).one()
                .delayUntil(version -> announce(id, version, title)));
    }

    public Mono<Void> delete(UUID id) {
        return tx.run(db.sql("UPDATE thing SET version = version + 1, deleted = true WHERE id = :id RETURNING version")
                .bind("id", id)
                .map(row -> row.get("version", Long.class)).one()
                .flatMap(version -> outbox.gone(ThingChanged.TOPIC, id, version)));
    }

    public Mono<Void> announce(UUID id, long version, String title) {
        return outbox.add(ThingChanged.TOPIC, stamp -> new ThingChanged(stamp.eventId(), id, stamp.epoch(), version,
                stamp.occurredAt(), title));
    }

    Mono<Void> announceAll(List<UUID> ids) {
        return db.sql("SELECT id, version, title FROM thing WHERE id = ANY (:ids)").bind("ids", ids.toArray(UUID[]::new))
                .map(row -> announce(row.get("id", UUID.class), row.get("version", Long.class), row.get("title", String.class)))
                .all().collectList().flatMapMany(Flux::fromIterable).concatMap(Function.identity())
                .then();
    }
}
