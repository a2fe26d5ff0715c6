package ru.nms.platform.probe;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Projection;

final class ThingProjection implements Projection<ThingChanged> {

    private final DatabaseClient db;

    ThingProjection(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Topic<ThingChanged> topic() {
        return ThingChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("thing_copy");
    }

    @Override
    public Mono<Void> on(ThingChanged event) {
        return db.sql("""
                INSERT INTO thing_copy AS mine (id, epoch, version, title)
                VALUES (:id, :epoch, :version, :title)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, title = excluded.title, deleted = false
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """)
                .bind("id", event.subject()).bind("epoch", event.epoch()).bind("version", event.version())
                .bind("title", event.title())
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return db.sql("""
                INSERT INTO thing_copy AS mine (id, epoch, version, title, deleted)
                VALUES (:id, :epoch, :version, '', true)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = true
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """)
                .bind("id", gone.subject()).bind("epoch", gone.epoch()).bind("version", gone.version())
                .then();
    }

    @Override
    public Mono<Void> then(ThingChanged event) {
        return db.sql("""
                INSERT INTO thing_reaction (id, version) VALUES (:id, :version)
                ON CONFLICT (id, version) DO UPDATE SET times = thing_reaction.times + 1
                """)
                .bind("id", event.subject()).bind("version", event.version())
                .then();
    }

    @Override
    public Mono<Void> rebuilt() {
        return Mono.fromRunnable(Things.REBUILDS::incrementAndGet);
    }
}
