package ru.nms.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// Closed loop: each client sends its next request when the last one was answered.
record Load(int port, int clients, int expected, Shot shot) {

    /// The next request of one client.
    @FunctionalInterface
    interface Shot {
        byte[] next(SplittableRandom random);
    }

    /// @return answers per second
    double run(Duration time) {
        var answers = new AtomicLong();
        var from = System.nanoTime();
        var until = from + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                var random = new SplittableRandom(client + from);
                running.add(threads.submit(() -> answers.addAndGet(shoot(until, random))));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException cause) {
            throw new Broken("The load stopped", cause.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Broken("interrupted");
        }
        return answers.get() * 1e9 / (System.nanoTime() - from);
    }

    private long shoot(long until, SplittableRandom random) {
        long answered = 0;
        try (var wire = new Wire(port)) {
            while (System.nanoTime() < until) {
                int status = wire.send(shot.next(random));
                if (status != expected) {
                    throw new Broken("%d instead of %d: %s".formatted(status, expected, wire.body()));
                }
                answered++;
            }
        }
        return answered;
    }
}
