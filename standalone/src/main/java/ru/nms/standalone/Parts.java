package ru.nms.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ru.nms.platform.embedded.StartRefusal;

/// What has been started, newest first: a part starts after those it uses, so this is the order in which to close.
final class Parts implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Parts.class);

    private record Part(String name, AutoCloseable resource) {}

    private final Deque<Part> started = new ArrayDeque<>();
    private final PrintStream out;
    private boolean closed;

    Parts(PrintStream out) {
        this.out = out;
    }

    <T extends AutoCloseable> T start(String name, Supplier<T> starter) {
        var from = System.nanoTime();
        var resource = starter.get();
        keep(new Part(name, resource));
        out.printf(Locale.ROOT, "  %-12s ready after %.1f s%n", name, Duration.ofNanos(System.nanoTime() - from).toMillis() / 1000.0);
        return resource;
    }

    /// What becomes ready while the process already ends is not kept.
    private void keep(Part part) {
        synchronized (started) {
            started.push(part);
            if (closed) {
                close();
                throw new StartRefusal("The start was interrupted.");
            }
        }
    }

    /// One part that does not close well keeps none of the others open.
    @Override
    public void close() {
        synchronized (started) {
            closed = true;
            while (!started.isEmpty()) {
                var part = started.pop();
                try {
                    part.resource().close();
                } catch (Exception cause) {
                    log.warn("{} did not close well", part.name(), cause);
                }
            }
        }
    }
}
