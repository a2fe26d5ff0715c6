package ru.nms.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What waits for Kafka, as metrics: `nms.outbox.rows` and `nms.outbox.age`, the seconds since the oldest of it
/// happened. Looked up every few seconds, however often somebody reads the metrics; not a number while nobody knows.
final class OutboxBacklog implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(10);

    private record Seen(double rows, @Nullable Instant oldest) {

        static final Seen NOTHING_YET = new Seen(Double.NaN, null);
    }

    private final DatabaseClient db;
    private final Clock clock;
    private volatile Seen seen = Seen.NOTHING_YET;
    private volatile Disposable looking = Disposables.disposed();

    OutboxBacklog(DatabaseClient db, Clock clock, MeterRegistry meters) {
        this.db = db;
        this.clock = clock;
        Gauge.builder("nms.outbox.rows", this, backlog -> backlog.seen.rows())
                .description("Changes that wait for Kafka").register(meters);
        Gauge.builder("nms.outbox.age", this, OutboxBacklog::age)
                .description("Age of the oldest change that waits for Kafka").baseUnit("seconds").register(meters);
    }

    private double age() {
        var now = seen;
        return now.oldest() == null ? now.rows() : Math.max(0, Duration.between(now.oldest(), clock.instant()).toMillis() / 1e3);
    }

    Mono<Void> look() {
        return db.sql("SELECT count(*) AS rows, min(occurred_at) AS oldest FROM outbox")
                .map(row -> new Seen(row.get("rows", Long.class), row.get("oldest", Instant.class)))
                .one()
                .onErrorReturn(Seen.NOTHING_YET)
                .doOnNext(found -> seen = found)
                .then();
    }

    @Override
    public void start() {
        looking = Flux.interval(Duration.ZERO, EVERY).onBackpressureDrop().concatMap(tick -> look(), 1).subscribe();
    }

    @Override
    public void stop() {
        looking.dispose();
    }

    @Override
    public boolean isRunning() {
        return !looking.isDisposed();
    }
}
