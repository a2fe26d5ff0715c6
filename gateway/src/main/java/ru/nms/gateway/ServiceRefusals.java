package ru.nms.gateway;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.problem.RefusalSource;

/// A service that is away, or too busy to be connected to, is a reason to come back later; the gateway is well.
final class ServiceRefusals implements RefusalSource {

    private static final int RETRY_AFTER_SECONDS = 2;

    @Override
    public @Nullable Refusal from(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .filter(ServiceRefusals::isAway)
                .findFirst()
                .map(away -> Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable")
                        .with("retryAfterSeconds", RETRY_AFTER_SECONDS))
                .orElse(null);
    }

    private static boolean isAway(Throwable error) {
        return error instanceof IOException || error instanceof PoolAcquireTimeoutException
                || error instanceof PoolAcquirePendingLimitException || error instanceof TimeoutException;
    }
}
