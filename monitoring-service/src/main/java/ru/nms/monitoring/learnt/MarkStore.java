package ru.nms.monitoring.learnt;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.contracts.Topic;

/// Which periods are out of date. A mark is set in the transaction of the fact and taken in that of the new values.
@Repository
public class MarkStore {

    /// @param day a day of the period; every period where it is absent
    public record Mark(@Nullable LocalDate day) {}

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

    public Mono<List<Mark>> take() {
        return db.sql("""
                WITH taken AS (DELETE FROM indicator_mark RETURNING day)
                SELECT DISTINCT day FROM taken
                """)
                .map(row -> new Mark(row.get("day", LocalDate.class)))
                .all().collectList();
    }
}
