package ru.nms.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The process that is measured: `./nms up` on a data folder, with nothing changed but the limits per client of the
/// gateway, which are there to stop exactly what a benchmark does.
final class Subject implements AutoCloseable {

    private static final List<String> DATABASES = List.of("registry", "diagnostics", "iom", "events", "monitoring");
    private static final Map<String, String> NO_LIMITS = Map.of("NMS_GATEWAY_LIMITS_REQUESTSPERSECOND", "1000000",
            "NMS_GATEWAY_LIMITS_BURST", "1000000", "NMS_GATEWAY_LIMITS_CONCURRENT", "10000");

    private final Process process;
    private final Path data;
    private final int port;
    private final Duration readyAfter;

    private Subject(Process process, Path data, int port, Duration readyAfter) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.readyAfter = readyAfter;
    }

    static Subject start(Path home, Path data, int port) {
        var command = new ProcessBuilder(home.resolve("nms").toString(), "up", "--data", data.toString(),
                "--gateway-port", "" + port, "--service-ports", "" + (port + 1), "--identity-port", "" + (port + 6),
                "--postgres-port", "" + (port + 7), "--kafka-port", "" + (port + 8)).redirectErrorStream(true);
        command.environment().putAll(NO_LIMITS);
        try {
            var from = System.nanoTime();
            var process = command.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            awaitReady(process);
            return new Subject(process, data, port, Duration.ofNanos(System.nanoTime() - from));
        } catch (IOException cause) {
            throw new Broken("./nms up does not run", cause);
        }
    }

    private static void awaitReady(Process process) throws IOException {
        var said = new StringBuilder();
        var lines = process.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.equals("Ready.")) {
                Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(ignored -> { }));
                return;
            }
        }
        throw new Broken("./nms up did not become ready:\n" + said);
    }

    Duration readyAfter() {
        return readyAfter;
    }

    int gateway() {
        return port;
    }

    int registry() {
        return port + 1;
    }

    long pid() {
        return process.pid();
    }

    Tokens tokens() {
        return new Tokens(data, "http://localhost:" + (port + 6));
    }

    DatabaseAddress database(String name) {
        try {
            return new DatabaseAddress("127.0.0.1", port + 7, name, "postgres", Files.readString(data.resolve("postgres/secret")));
        } catch (IOException cause) {
            throw new Broken("The administrator's secret cannot be read", cause);
        }
    }

    /// Until nothing waits to be told or learnt any more, so that one measurement does not pay for the one before.
    void awaitQuiet() {
        for (int quiet = 0; quiet < 3;) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            quiet = DATABASES.stream().allMatch(this::isQuiet) ? quiet + 1 : 0;
        }
    }

    private boolean isQuiet(String name) {
        return database(name).one("""
                SELECT NOT EXISTS (SELECT FROM outbox) AND coalesce(max(learnt_at) < now() - interval '1 second', true)
                  FROM projection_progress
                """).equals("t");
    }

    /// As a power cut does it, but for what it started: that dies a moment later.
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
