package ru.nms.iom.offer;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.EventChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Events that routes may propose.
@Component
class EventProjection implements Projection<EventChanged> {

    private final DatabaseClient db;

    EventProjection(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Topic<EventChanged> topic() {
        return EventChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("event_copy");
    }

    @Override
    public Mono<Void> on(EventChanged event) {
        return Copy.at(db.sql("""
                INSERT INTO event_copy AS mine (id, epoch, version, title, starts_at, ends_at, competences, status)
                VALUES (:id, :epoch, :version, :title, :startsAt, :endsAt, :competences, :status)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = false, title = excluded.title,
                       starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                       competences = excluded.competences, status = excluded.status
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("title", event.title())
                .bind("startsAt", event.startsAt())
                .bind("endsAt", event.endsAt())
                .bind("competences", event.competences().toArray(String[]::new))
                .bind("status", event.status())
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "event_copy", gone);
    }
}
