package ru.nms.events.registration;

import java.time.Instant;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// SQL that gives registrations of one record of a person to the other.
@Repository
class MergedPersonStore {

    /// A registration that went, and its event.
    record Moved(UUID id, UUID eventId) {}

    private final DatabaseClient db;

    MergedPersonStore(DatabaseClient db) {
        this.db = db;
    }

    /// Nobody registers there meanwhile.
    Mono<Void> lock(UUID from) {
        return db.sql("""
                SELECT e.id FROM event e WHERE e.id IN (SELECT event_id FROM registration WHERE person_id = :from)
                 ORDER BY e.id FOR NO KEY UPDATE
                """)
                .bind("from", from).map(row -> row.get("id", UUID.class)).all().then();
    }

    /// Of two living registrations at one event the one that says more stays: who was present, who was seen, who has a seat.
    Flux<Moved> cancelTwins(UUID from, UUID heir, Instant now) {
        return db.sql("""
                UPDATE registration r SET status = 'CANCELLED', attendance = NULL, version = r.version + 1, changed_at = :now
                  FROM (SELECT CASE WHEN (coalesce(f.attendance = 'PRESENT', false), f.attendance IS NOT NULL, f.status = 'CONFIRMED')
                                       > (coalesce(h.attendance = 'PRESENT', false), h.attendance IS NOT NULL, h.status = 'CONFIRMED')
                                    THEN h.id ELSE f.id END AS id
                          FROM registration f
                          JOIN registration h ON h.event_id = f.event_id AND h.person_id = :heir AND h.status <> 'CANCELLED'
                         WHERE f.person_id = :from AND f.status <> 'CANCELLED') AS twin
                 WHERE r.id = twin.id
                RETURNING r.id, r.event_id
                """)
                .bind("from", from).bind("heir", heir).bind("now", now)
                .mapProperties(Moved.class)
                .all();
    }

    Flux<Moved> move(UUID from, UUID heir, Instant now) {
        return db.sql("""
                UPDATE registration SET person_id = :heir, version = version + 1, changed_at = :now WHERE person_id = :from
                RETURNING id, event_id
                """)
                .bind("from", from).bind("heir", heir).bind("now", now)
                .mapProperties(Moved.class)
                .all();
    }

    record Erased(UUID id, UUID eventId, long version) {}

    /// Registrations of nobody, as tombstones. Whoever had not been seen takes no seat.
    Flux<Erased> erase(UUID person, Instant now) {
        return db.sql("""
                UPDATE registration SET person_id = gen_random_uuid(), deleted = true, version = version + 1, changed_at = :now,
                       status = CASE WHEN attendance IS NULL THEN 'CANCELLED' ELSE status END
                 WHERE person_id = :person
                RETURNING id, event_id, version
                """)
                .bind("person", person).bind("now", now)
                .mapProperties(Erased.class)
                .all();
    }
}
