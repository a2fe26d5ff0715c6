package ru.nms.monitoring.learnt;

import java.time.LocalDate;
import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.contracts.Topic;

/// Which periods are out of date. A mark is set in the transaction of the fact and taken in that of the new values.
@Repository
public class MarkStore {

    private final DatabaseClient db;

    MarkStore(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Void> everyPeriod() {
        return db.sql("INSERT INTO indicator_mark (day) VALUES (NULL)").then();
    }

    /// The first word of a topic turns "no data" into figures everywhere.
    Mono<Void> period(Topic<?> topic, LocalDate day) {
        return db.sql("""
                INSERT INTO indicator_mark (day)
                SELECT CASE WHEN EXISTS (SELECT 1 FROM projection_progress WHERE topic = :topic) THEN CAST(:day AS date) END
                """)
                .bind("topic", topic.name())
                .bind("day", day)
                .then();
    }

    public Mono<Boolean> any() {
        return db.sql("SELECT EXISTS (SELECT 1 FROM indicator_mark) AS any").mapValue(Boolean.class).one();
    }

    /// A mark on every period becomes one on each of these days, so that each can be worked off by itself.
    public Mono<Void> spread(List<LocalDate> days) {
        return db.sql("""
                WITH taken AS (DELETE FROM indicator_mark WHERE day IS NULL RETURNING id)
                INSERT INTO indicator_mark (day) SELECT day FROM unnest(:days) AS day WHERE EXISTS (SELECT 1 FROM taken)
                """)
                .bind("days", days.toArray(LocalDate[]::new))
                .then();
    }

    /// The newest period is the one that people look at.
    public Mono<LocalDate> newest() {
        return db.sql("SELECT day FROM indicator_mark WHERE day IS NOT NULL ORDER BY day DESC LIMIT 1")
                .mapValue(LocalDate.class).one();
    }

    /// @param until the first day after
    public Mono<Void> take(LocalDate from, LocalDate until) {
        return db.sql("DELETE FROM indicator_mark WHERE day >= :from AND day < :until")
                .bind("from", from)
                .bind("until", until)
                .then();
    }
}
