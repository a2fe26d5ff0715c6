package ru.nms.benchmarks;

import org.jspecify.annotations.Nullable;

/// A measurement that cannot go on; said in one sentence.
final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Broken(String message) {
        this(message, null);
    }

    Broken(String message, @Nullable Throwable cause) {
        super(cause == null ? message : message + ": " + cause.getMessage(), cause);
    }
}
