package ru.nms.platform.problem;

import java.util.Arrays;

/// An exception for the log: kinds and places, never messages, because messages of drivers and parsers quote data.
final class QuietTrace {

    private static final int FRAMES = 12;

    private QuietTrace() {}

    static String of(Throwable error) {
        var text = new StringBuilder();
        for (var cause : Causes.of(error)) {
            text.append(cause == error ? "" : "\n  caused by ").append(cause.getClass().getName());
            Arrays.stream(cause.getStackTrace()).limit(FRAMES).forEach(frame -> text.append("\n    at ").append(frame));
        }
        return text.toString();
    }
}
