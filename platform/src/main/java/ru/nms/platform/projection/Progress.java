package ru.nms.platform.projection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.Event;
import ru.nms.contracts.Topic;

/// What this service has learnt from others, and up to when. A topic that never spoke has no entry: its data are
/// absent, not empty, and readers are told so.
public final class Progress {

    private final DatabaseClient db;
    private final Clock clock;

    public Progress(DatabaseClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param lastEvent when the newest event learnt happened at its owner
    /// @param learntAt  when it was learnt here
    public record Learnt(String topic, long events, Instant lastEvent, Instant learntAt) {}

    public Flux<Learnt> all() {
        return db.sql("SELECT topic, events, last_event, learnt_at FROM projection_progress ORDER BY topic")
                .mapProperties(Learnt.class)
                .all();
    }

    /// Empty when the topic never spoke to this service.
    public Mono<Learnt> of(Topic<?> topic) {
        return db.sql("SELECT topic, events, last_event, learnt_at FROM projection_progress WHERE topic = :topic")
                .bind("topic", topic.name())
                .mapProperties(Learnt.class)
                .one();
    }

    Mono<Void> note(List<Incoming<? extends Event>> changes) {
        Map<String, List<Incoming<? extends Event>>> byTopic =
                changes.stream().collect(Collectors.groupingBy(change -> change.record().topic()));
        return Flux.fromIterable(byTopic.entrySet())
                .concatMap(entry -> note(entry.getKey(), entry.getValue()))
                .then();
    }

    private Mono<Void> note(String topic, List<Incoming<? extends Event>> changes) {
        return db.sql("""
                INSERT INTO projection_progress AS mine (topic, events, last_event, learnt_at)
                VALUES (:topic, :events, :last, :now)
                ON CONFLICT (topic) DO UPDATE
                   SET events = mine.events + excluded.events,
                       last_event = greatest(mine.last_event, excluded.last_event),
                       learnt_at = excluded.learnt_at
                """)
                .bind("topic", topic)
                .bind("events", changes.size())
                .bind("last", changes.stream().map(Progress::time).max(Instant::compareTo).orElse(Instant.EPOCH))
                .bind("now", clock.instant())
                .then();
    }

    /// Notes that everything said on these topics before the instant was learnt; topics that never spoke stay absent.
    Mono<Void> noteCaughtUp(List<String> topics, Instant at) {
        return db.sql("""
                UPDATE projection_progress SET caught_up_at = :at
                 WHERE topic = ANY (:topics) AND (caught_up_at IS NULL OR caught_up_at < :at)
                """)
                .bind("at", at)
                .bind("topics", topics.toArray(String[]::new))
                .then();
    }

    /// By topic.
    Mono<Map<String, Instant>> caughtUp() {
        return db.sql("SELECT topic, caught_up_at FROM projection_progress WHERE caught_up_at IS NOT NULL")
                .map(row -> Map.entry(Objects.requireNonNull(row.get("topic", String.class)),
                        Objects.requireNonNull(row.get("caught_up_at", Instant.class))))
                .all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Instant time(Incoming<? extends Event> change) {
        Event event = change.event();
        return event == null ? Instant.ofEpochMilli(change.record().timestamp()) : event.occurredAt();
    }
}
