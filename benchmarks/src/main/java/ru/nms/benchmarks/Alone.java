package ru.nms.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import ru.nms.platform.embedded.KafkaServer;
import ru.nms.platform.embedded.PostgresServer;
import ru.nms.platform.embedded.PostgresSettings;

/// One service with nothing but PostgreSQL and Kafka, started as its container starts it.
final class Alone {

    private static final Duration SETTLED = Duration.ofSeconds(15);

    private Alone() {}

    /// @return resident mebibytes, idle
    static double memory(Path data, int port) {
        try (var postgres = PostgresServer.start(PostgresSettings.passing(data.resolve("postgres")));
                var kafka = KafkaServer.start(Files.createDirectories(data.resolve("kafka")), port + 8)) {
            var database = postgres.database("registry");
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8",
                    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                    "-cp", System.getProperty("java.class.path"), "ru.nms.registry.RegistryApplication"));
            command.addAll(List.of("--server.port=" + (port + 1), "--nms.database.host=" + database.host(),
                    "--nms.database.port=" + database.port(), "--nms.database.password=" + database.password(),
                    "--nms.kafka.bootstrap-servers=" + kafka.bootstrapServers()));
            var process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(data.resolve("alone.log").toFile()).start();
            try {
                awaitOpen(process, port + 1);
                LockSupport.parkNanos(SETTLED.toNanos());
                return Memory.mebibytesOfOne(process.pid());
            } finally {
                process.destroy();
                process.waitFor(30, TimeUnit.SECONDS);
            }
        } catch (IOException cause) {
            throw new Broken("The service alone does not start", cause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Broken("interrupted");
        }
    }

    private static void awaitOpen(Process process, int port) {
        for (int tries = 0; tries < 600 && process.isAlive(); tries++) {
            try (var wire = new Wire(port)) {
                if (wire.send(Requests.get("/api/registry/v1/region-profile", "none")) == 401) {
                    return;
                }
            } catch (Broken notYet) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
        throw new Broken("The service alone did not start");
    }
}
