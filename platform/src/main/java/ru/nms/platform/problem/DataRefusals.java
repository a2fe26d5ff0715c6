package ru.nms.platform.problem;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;

/// A database that is away, full or too slow is a reason to come back later. A violated constraint that no rule
/// foresaw is a conflict: the database has kept the data right.
final class DataRefusals implements RefusalSource {

    private static final int RETRY_AFTER_SECONDS = 2;

    private static final List<Class<? extends Throwable>> AWAY = List.of(
            DataAccessResourceFailureException.class, TransientDataAccessException.class,
            CannotCreateTransactionException.class, TransactionSystemException.class,
            R2dbcTransientException.class, R2dbcNonTransientResourceException.class);

    @Override
    public @Nullable Refusal from(Throwable error) {
        for (var cause : Causes.of(error)) {
            if (cause instanceof DataIntegrityViolationException || cause instanceof R2dbcDataIntegrityViolationException) {
                return Refusal.conflict("conflict");
            }
            if (AWAY.stream().anyMatch(kind -> kind.isInstance(cause))) {
                return Refusal.of(SERVICE_UNAVAILABLE, "unavailable").with("retryAfterSeconds", RETRY_AFTER_SECONDS);
            }
        }
        return null;
    }
}
