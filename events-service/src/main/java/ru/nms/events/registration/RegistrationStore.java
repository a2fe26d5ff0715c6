package ru.nms.events.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.events.registration.Registration.Attendance;
import ru.nms.platform.problem.Refusal;

/// All SQL that changes registrations. Every method runs under the lock of the event's row ([OccasionStore#lock]).
@Repository
class RegistrationStore {

    private static final String COLUMNS =
            "r.id, r.version, r.event_id, r.person_id, r.status, r.attendance, r.created_at, r.changed_at";

    private final DatabaseClient db;

    RegistrationStore(DatabaseClient db) {
        this.db = db;
    }

    /// @param existing the person's living registration
    record Seats(@Nullable UUID existing, int confirmed) {}

    Mono<Seats> seats(UUID event, UUID person) {
        return db.sql("""
                SELECT (SELECT id FROM registration
                         WHERE event_id = :event AND person_id = :person AND status <> 'CANCELLED') AS existing,
                       (SELECT CAST(count(*) AS int) FROM registration
                         WHERE event_id = :event AND status = 'CONFIRMED') AS confirmed
                """)
                .bind("event", event)
                .bind("person", person)
                .mapProperties(Seats.class)
                .one();
    }

    Mono<Void> insert(Registration registration) {
        return db.sql("""
                INSERT INTO registration (id, version, event_id, person_id, status, created_at, changed_at)
                VALUES (:id, :version, :event, :person, :status, :created, :changed)
                """)
                .bind("id", registration.id())
                .bind("version", registration.version())
                .bind("event", registration.eventId())
                .bind("person", registration.personId())
                .bind("status", registration.status().name())
                .bind("created", registration.createdAt())
                .bind("changed", registration.changedAt())
                .then();
    }

    Mono<Registration> find(UUID event, UUID id) {
        return db.sql("SELECT " + COLUMNS + " FROM registration r WHERE r.id = :id AND r.event_id = :event AND NOT r.deleted")
                .bind("id", id)
                .bind("event", event)
                .mapProperties(Registration.class)
                .one();
    }

    Flux<Registration> all(Collection<UUID> ids) {
        return db.sql("SELECT " + COLUMNS + " FROM registration r WHERE r.id = ANY (:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapProperties(Registration.class)
                .all();
    }

    /// All that are not cancelled and somebody's, first come first.
    Flux<Registration> living(UUID event) {
        return db.sql("SELECT " + COLUMNS + """
                 FROM registration r WHERE r.event_id = :event AND r.status <> 'CANCELLED' AND NOT r.deleted ORDER BY r.queued
                """)
                .bind("event", event)
                .mapProperties(Registration.class)
                .all();
    }

    /// The first of the waiting list, as many as there are free seats.
    Flux<Registration> next(UUID event, int capacity) {
        return db.sql("SELECT " + COLUMNS + """
                 FROM registration r
                 WHERE r.event_id = :event AND r.status = 'WAITLISTED'
                 ORDER BY r.queued
                 LIMIT greatest(0, :capacity - (SELECT count(*) FROM registration c
                                                 WHERE c.event_id = :event AND c.status = 'CONFIRMED'))
                """)
                .bind("event", event)
                .bind("capacity", capacity)
                .mapProperties(Registration.class)
                .all();
    }

    Mono<Long> confirmed(UUID event) {
        return db.sql("SELECT count(*) AS confirmed FROM registration WHERE event_id = :event AND status = 'CONFIRMED'")
                .bind("event", event)
                .map(row -> row.get("confirmed", Long.class))
                .one();
    }

    /// Writes each only over the version it was made from.
    Mono<Void> update(List<Registration> changed) {
        return db.sql("""
                UPDATE registration r
                   SET version = n.version, status = n.status, attendance = n.attendance, changed_at = n.changed
                  FROM unnest(:ids, :versions, :statuses, :attendances, :changes)
                       AS n (id, version, status, attendance, changed)
                 WHERE r.id = n.id AND r.version = n.version - 1
                """)
                .bind("ids", column(changed, Registration::id, UUID[]::new))
                .bind("versions", column(changed, Registration::version, Long[]::new))
                .bind("statuses", column(changed, one -> one.status().name(), String[]::new))
                .bind("attendances", column(changed, RegistrationStore::attendance, String[]::new))
                .bind("changes", column(changed, Registration::changedAt, Instant[]::new))
                .fetch().rowsUpdated()
                .filter(rows -> rows == changed.size())
                .switchIfEmpty(Mono.error(Refusal::stale))
                .then();
    }

    private static @Nullable String attendance(Registration registration) {
        Attendance seen = registration.attendance();
        return seen == null ? null : seen.name();
    }

    private static <T> @Nullable T[] column(List<Registration> all, Function<Registration, @Nullable T> part,
                                            IntFunction<@Nullable T[]> array) {
        return all.stream().map(part).toArray(array);
    }
}
