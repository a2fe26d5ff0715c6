package ru.nms.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// Child processes that are waited for.
final class Shell {

    private Shell() {}

    static boolean succeeds(String... command) {
        try {
            return run(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)) == 0;
        } catch (UncheckedIOException noSuchProgram) {
            return false;
        }
    }

    /// Its output goes to the end of a log file.
    static int run(List<String> command, Path log) {
        return run(logging(command, log));
    }

    static ProcessBuilder logging(List<String> command, Path log) {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /// The shell's own `kill`: slim images lack the program of that name.
    static void signal(long pid, String name) {
        succeeds("sh", "-c", "kill -%s %d".formatted(name, pid));
    }

    private static int run(ProcessBuilder builder) {
        try {
            return builder.start().waitFor();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StartRefusal("The start was interrupted.", stop);
        }
    }
}
