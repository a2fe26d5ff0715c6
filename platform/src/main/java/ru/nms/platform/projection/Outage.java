package ru.nms.platform.projection;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;

/// Tells an outage, which passes, from a poisonous record, which does not.
final class Outage {

    private Outage() {}

    static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof R2dbcTransientException
                    || cause instanceof R2dbcNonTransientResourceException
                    || cause instanceof TimeoutException
                    || cause instanceof IOException
                    || isBlockTimeout(cause)) {
                return true;
            }
        }
        return false;
    }

    /// Reactor reports the end of a blocking wait as a bare IllegalStateException.
    private static boolean isBlockTimeout(Throwable cause) {
        return cause instanceof IllegalStateException && String.valueOf(cause.getMessage()).startsWith("Timeout on blocking");
    }
}
