package ru.nms.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresServerTest {

    @TempDir Path folder;

    @Test
    void keepsDataAndPasswordsOverARestart() throws SQLException {
        try (var server = PostgresServer.start(durable(0))) {
            Sql.run(server.database("registry"), "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (var server = PostgresServer.start(durable(0))) {
            assertThat(Sql.one(server.database("registry"), "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void writesThroughToTheDiskWhenDataMustLast() {
        try (var server = PostgresServer.start(durable(0))) {
            assertThat(server.show("fsync")).isEqualTo("on");
            assertThat(server.show("synchronous_commit")).isEqualTo("on");
            assertThat(server.show("full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void doesNotWaitForTheDiskForPassingData() {
        try (var server = PostgresServer.start(PostgresSettings.passing(folder))) {
            assertThat(server.show("fsync")).isEqualTo("off");
            assertThat(server.show("synchronous_commit")).isEqualTo("off");
        }
    }

    @Test
    void asksForThePassword() {
        try (var server = PostgresServer.start(PostgresSettings.passing(folder))) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.admin().jdbcUrl(), "postgres", "guess").close())
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void namesAPortThatIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> PostgresServer.start(durable(other.getLocalPort())))
                    .isInstanceOf(StartRefusal.class)
                    .hasMessage("Port %d for PostgreSQL is taken by another program; stop that program or choose another port."
                            .formatted(other.getLocalPort()));
        }
    }

    @Test
    void saysWhyItDoesNotStart() throws Exception {
        PostgresServer.start(durable(0)).close();
        Folders.delete(folder.resolve("cluster/global/pg_control"));

        assertThatThrownBy(() -> PostgresServer.start(durable(0)))
                .isInstanceOf(StartRefusal.class)
                .hasMessageStartingWith("PostgreSQL does not start: ")
                .hasMessageContaining("pg_control");
    }

    @Test
    void saysWhyItLetsNobodyIn() throws Exception {
        PostgresServer.start(durable(0)).close();
        Files.writeString(folder.resolve("secret"), "another");

        assertThatThrownBy(() -> PostgresServer.start(durable(0)))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("password authentication failed");
    }

    /// As root there are two ways to start; the same folder may meet both, one after the other.
    @ParameterizedTest
    @EnumSource(names = {"NAMESPACE", "NOBODY"})
    void startsAlsoForRoot(Privileges way) throws SQLException {
        assumeTrue(Privileges.best() != Privileges.USER && way.usable(), "not root, or forbidden here");
        try (var server = PostgresServer.start(PostgresSettings.passing(folder), way)) {
            Sql.run(server.database("registry"), "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (var server = PostgresServer.start(PostgresSettings.passing(folder))) {
            assertThat(Sql.one(server.database("registry"), "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    private PostgresSettings durable(int port) {
        return new PostgresSettings(folder, PostgresSettings.passing(folder).programs(), port, true);
    }
}
