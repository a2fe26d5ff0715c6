package ru.nms.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A PostgreSQL that outlived the process that had started it. The data folder's lock is ours by now, so nobody needs it.
final class Orphan {

    private Orphan() {}

    static void stop(Path cluster) {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        ProcessHandle.of(pid(pidFile)).filter(process -> serves(process, cluster)).ifPresent(Orphan::stop);
    }

    private static long pid(Path pidFile) {
        try (var lines = Files.lines(pidFile)) {
            return Long.parseLong(lines.findFirst().orElse("0").strip());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// Process numbers are used again: only a server of this very folder is stopped.
    private static boolean serves(ProcessHandle process, Path cluster) {
        return process.info().arguments().map(List::of).orElse(List.of()).contains(cluster.toString());
    }

    private static void stop(ProcessHandle process) {
        for (var signal : List.of("INT", "QUIT", "KILL")) {
            Shell.signal(process.pid(), signal);
            if (ended(process)) {
                return;
            }
        }
        throw new StartRefusal("An older PostgreSQL (process %d) does not stop; end it and start again.".formatted(process.pid()));
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return !process.isAlive();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
