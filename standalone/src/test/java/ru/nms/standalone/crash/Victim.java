package ru.nms.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.access.Role;
import ru.nms.platform.embedded.Database;
import ru.nms.platform.embedded.Ports;
import ru.nms.platform.embedded.PostgresServer;
import ru.nms.platform.testkit.JavaProcess;
import ru.nms.standalone.Standalone;
import ru.nms.standalone.identity.Browser;
import tools.jackson.databind.json.JsonMapper;

/// `./nms up` on a lasting folder: killed and started again on the same ports.
final class Victim implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Path data;
    private final int gatewayPort = Ports.free();
    private final int identityPort = Ports.free();
    private final int postgresPort = Ports.free();
    private final int servicePorts = Ports.free(5);
    private @Nullable JavaProcess running;
    private int starts;

    Victim(Path folder) {
        this.folder = folder;
        this.data = folder.resolve("data");
    }

    void start() {
        var launched = JavaProcess.of(Standalone.class.getName(), folder.resolve("said-" + ++starts), List.of(
                "--data", data.toString(), "--gateway-port", Integer.toString(gatewayPort),
                "--identity-port", Integer.toString(identityPort), "--postgres-port", Integer.toString(postgresPort),
                "--service-ports", Integer.toString(servicePorts)));
        running = launched;
        await().atMost(PATIENCE).until(() -> launched.text().contains("Ready.") || !launched.process().isAlive());
        assertThat(launched.process().isAlive()).as(launched::text).isTrue();
    }

    void kill() {
        if (running != null) {
            running.kill();
        }
    }

    /// The server dies with the process, its children a moment later.
    void killWithPostgres() throws IOException {
        var server = Long.parseLong(Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).getFirst().strip());
        kill();
        assertThat(ProcessHandle.of(server).map(ProcessHandle::destroyForcibly)).contains(true);
    }

    String gateway() {
        return "http://localhost:" + gatewayPort;
    }

    /// As a person signs in; the key that signs lasts, so the token outlives the process.
    String token(Role role) throws Exception {
        for (var identity : JsonMapper.shared().readTree(Files.readString(data.resolve("identity/identities.json")))) {
            if (identity.path("role").asString().equals(role.name())) {
                return new Browser("http://localhost:" + identityPort, gatewayPort)
                        .token(role.name().toLowerCase(java.util.Locale.ROOT), identity.path("secret").asString());
            }
        }
        throw new IllegalStateException("No identity for " + role);
    }

    /// With which its issuer signs.
    Path signingKey() {
        return data.resolve("identity/signing-key.json");
    }

    /// The database of one service, seen by the administrator.
    Database database(String service) {
        try {
            return new Database("127.0.0.1", postgresPort, service, "postgres", Files.readString(data.resolve("postgres/secret")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        PostgresServer.stopLeftBehind(data.resolve("postgres"));
    }
}
