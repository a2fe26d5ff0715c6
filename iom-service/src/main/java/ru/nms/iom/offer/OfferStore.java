package ru.nms.iom.offer;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;

/// Reads what was learnt about events; they are public.
@Repository
public class OfferStore {

    private static final int PER_COMPETENCE = 2;

    private final DatabaseClient db;

    OfferStore(DatabaseClient db) {
        this.db = db;
    }

    /// Published events that start in the time and work on a competence: for each the soonest few.
    public Flux<Offer> upcoming(Collection<String> competences, Instant from, Instant until) {
        return db.sql("""
                SELECT DISTINCT id, title, starts_at, ends_at, competences
                  FROM unnest(:competences) AS wanted (competence),
                       LATERAL (SELECT * FROM event_copy e
                                 WHERE e.status = 'PUBLISHED' AND NOT e.deleted
                                   AND e.starts_at >= :from AND e.starts_at < :until
                                   AND wanted.competence = ANY (e.competences)
                                 ORDER BY e.starts_at, e.id LIMIT :most) AS soonest
                 ORDER BY starts_at, id
                """)
                .bind("competences", competences.toArray(String[]::new))
                .bind("from", from)
                .bind("until", until)
                .bind("most", PER_COMPETENCE)
                .map(OfferStore::offer)
                .all();
    }

    /// Those of the events that are known here and can be named in an item.
    public Flux<Offer> known(Collection<UUID> events) {
        return db.sql("""
                SELECT id, title, ends_at, competences FROM event_copy
                 WHERE id = ANY (:ids) AND NOT deleted AND status <> 'CANCELLED'
                """)
                .bind("ids", events.toArray(UUID[]::new))
                .map(OfferStore::offer)
                .all();
    }

    private static Offer offer(Readable row) {
        return new Offer(Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("title", String.class)),
                Objects.requireNonNull(row.get("ends_at", Instant.class)),
                Arrays.asList(Objects.requireNonNull(row.get("competences", String[].class))));
    }
}
