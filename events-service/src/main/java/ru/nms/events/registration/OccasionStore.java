package ru.nms.events.registration;

import java.util.Collection;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.events.learnt.OrganiserScope;
import ru.nms.platform.access.Caller;
import ru.nms.platform.problem.Refusal;

/// Reads events for registering, and takes the lock under which seats are given.
@Repository
class OccasionStore {

    private static final String COLUMNS =
            "e.id, e.kind, e.competences, e.starts_at, e.ends_at, e.registration_until, e.capacity, e.status";

    private final DatabaseClient db;

    OccasionStore(DatabaseClient db) {
        this.db = db;
    }

    Flux<Occasion> all(Collection<UUID> ids) {
        return db.sql("SELECT " + COLUMNS + " FROM event e WHERE e.id = ANY (:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapProperties(Occasion.class)
                .all();
    }

    /// Holds the event's row until the transaction ends: whoever comes second counts the first one's seat. A draft
    /// that is not the caller's does not exist.
    Mono<Occasion> lock(Caller caller, UUID id) {
        var mine = OrganiserScope.on(caller, "e.organiser_id");
        return mine.bind(db.sql("SELECT " + COLUMNS + """
                 FROM event e
                 WHERE e.id = :id AND (e.status <> 'DRAFT' OR %s)
                   FOR NO KEY UPDATE OF e
                """.formatted(mine.sql())))
                .bind("id", id)
                .mapProperties(Occasion.class)
                .one()
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("event")));
    }

    /// Refuses who may see the event but does not run it.
    Mono<Void> requireMine(Caller caller, UUID id) {
        var mine = OrganiserScope.on(caller, "e.organiser_id");
        return mine.bind(db.sql("""
                SELECT %1$s AS mine FROM event e WHERE e.id = :id AND (e.status <> 'DRAFT' OR %1$s)
                """.formatted(mine.sql())))
                .bind("id", id)
                .map(row -> Boolean.TRUE.equals(row.get("mine", Boolean.class)))
                .one()
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("event")))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(Refusal::forbidden))
                .then();
    }
}
