package ru.nms.platform.tx;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import org.reactivestreams.Publisher;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.ValidationDepth;
import reactor.core.publisher.Mono;

/// Asks the server whether a connection still lives, but only after it has been idle for a while: a half-open socket
/// passes every local check, and a round trip before each statement would double the cost of a read.
final class IdleCheck {

    private static final long TRUSTED_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Map<Connection, Long> released = Collections.synchronizedMap(new WeakHashMap<>());

    Publisher<Void> afterAcquire(Connection connection) {
        Long since = released.get(connection);
        if (since == null || System.nanoTime() - since < TRUSTED_NANOS) {
            return Mono.empty();
        }
        return Mono.from(connection.validate(ValidationDepth.REMOTE))
                .timeout(PATIENCE)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new R2dbcNonTransientResourceException("The connection is gone.")))
                .then();
    }

    Publisher<Void> beforeRelease(Connection connection) {
        released.put(connection, System.nanoTime());
        return Mono.empty();
    }
}
