package ru.nms.platform.outbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

/// Wakes the relay, in whichever process it runs, after a commit. Not a NOTIFY inside the transaction: that takes a
/// lock of the whole database cluster at commit and would put all writers in one queue. Rings are gathered for a few
/// milliseconds; one that is lost costs the relay's polling interval, nothing else.
public final class OutboxBell {

    static final String CHANNEL = "outbox";
    private static final Duration GATHER = Duration.ofMillis(3);

    private final DatabaseClient db;
    private final AtomicBoolean rung = new AtomicBoolean();

    public OutboxBell(DatabaseClient db) {
        this.db = db;
    }

    void ring() {
        if (rung.compareAndSet(false, true)) {
            Mono.delay(GATHER)
                    .doOnNext(ignored -> rung.set(false))
                    .then(db.sql("NOTIFY " + CHANNEL).then())
                    .onErrorComplete()
                    .subscribe();
        }
    }
}
