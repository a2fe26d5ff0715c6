package ru.nms.standalone.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Plays steps and shows each with its result and the time it took.
final class Steps {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final PrintStream out;
    private int number;

    Steps(PrintStream out) {
        this.out = out;
    }

    void part(String title) {
        out.printf("%n%s%n", title);
    }

    /// A step whose failure ends the job, because the following ones build on it.
    <T> T step(String what, Supplier<Result<T>> step) {
        var from = System.nanoTime();
        number++;
        try {
            var result = step.get();
            show("ok", what, result.said(), from);
            return result.value();
        } catch (StepFailed e) {
            show("FAILED", what, String.valueOf(e.getMessage()), from);
            throw e;
        }
    }

    /// @param said what a person reads
    record Result<T>(T value, String said) {}

    static Result<Boolean> said(String text, Object... args) {
        return new Result<>(true, text.formatted(args));
    }

    /// Something that comes through Kafka: looked for until it is there.
    static <T> T eventually(String what, Supplier<Optional<T>> look) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            Api.pause(LOOK);
        }
        throw new StepFailed(what + " did not come within " + PATIENCE.toSeconds() + " s");
    }

    static void require(boolean holds, String otherwise, Object... args) {
        if (!holds) {
            throw new StepFailed(otherwise.formatted(args));
        }
    }

    private void show(String state, String what, String said, long from) {
        out.printf(Locale.ROOT, "%3d. %-6s %s — %s (%.1f s)%n", number, state, what, said,
                (System.nanoTime() - from) / 1e9);
    }
}
