package ru.nms.registry.act;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.register.Entry;

/// What acts do to each other.
@Component
class ActStore {

    record Force(@Nullable LocalDate on, @Nullable LocalDate repealed, @Nullable UUID by) {}

    private final DatabaseClient db;

    ActStore(DatabaseClient db) {
        this.db = db;
    }

    /// For several processes that start side by side.
    Mono<Void> lock() {
        return db.sql("LOCK TABLE act IN SHARE ROW EXCLUSIVE MODE").then();
    }

    Flux<Known> keyed() {
        return db.sql("SELECT id, natural_key FROM act WHERE NOT deleted")
                .map(row -> new Known(row.get("id", UUID.class), row.get("natural_key", String.class))).all();
    }

    record Known(UUID id, String key) {}

    /// An act is repealed on the first day of the act that repeals it; an annex has the days of its main act, unless it
    /// is repealed before.
    Mono<List<Act>> inForce(List<Entry<Act>> entries) {
        return db.sql("""
                SELECT coalesce(it.own, main.in_force_on) AS on, ended.day AS repealed, coalesce(ended.by, it.annex_to) AS by
                  FROM unnest(:ids, :owns, :mains) WITH ORDINALITY AS it (id, own, annex_to, n)
                  LEFT JOIN act main ON main.id = it.annex_to AND NOT main.deleted
                  LEFT JOIN LATERAL (
                        SELECT day, by FROM (
                            SELECT r.in_force_on AS day, r.id AS by FROM act r WHERE it.id = ANY (r.repeals_ids) AND NOT r.deleted
                            UNION ALL SELECT main.repealed_on, main.id) AS ends
                         WHERE day IS NOT NULL ORDER BY day, by LIMIT 1) AS ended ON true
                 ORDER BY it.n
                """)
                .bind("ids", entries.stream().map(Entry::id).toArray(UUID[]::new))
                .bind("owns", entries.stream().map(entry -> own(entry.content())).toArray(LocalDate[]::new))
                .bind("mains", entries.stream().map(entry -> entry.content().annexToId()).toArray(UUID[]::new))
                .map(row -> new Force(row.get("on", LocalDate.class), row.get("repealed", LocalDate.class), row.get("by", UUID.class)))
                .all().collectList()
                .map(forces -> IntStream.range(0, entries.size())
                        .mapToObj(i -> entries.get(i).content().inForce(forces.get(i).on(), forces.get(i).repealed(), forces.get(i).by()))
                        .toList());
    }

    /// The date of an annex says when it was drawn up; it comes into force with its main act.
    private static @Nullable LocalDate own(Act act) {
        return act.effectiveOn() != null ? act.effectiveOn() : act.annexToId() != null ? null : act.date();
    }
}
