package ru.nms.platform.embedded;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A real PostgreSQL on 127.0.0.1 as a child process, on a folder that may last.
/// The caller closes it after everything that uses it; a server left behind by a killed process is stopped at the next start.
public final class PostgresServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 40;

    private final Process process;
    private final Database admin;

    private PostgresServer(Process process, Database admin) {
        this.process = process;
        this.admin = admin;
    }

    public static PostgresServer start(PostgresSettings settings) {
        return start(settings, Privileges.best());
    }

    /// Stops the server of a folder whose process was killed. Needed only where it is not started again.
    public static void stopLeftBehind(Path folder) {
        Orphan.stop(PostgresSettings.passing(folder).cluster());
    }

    static PostgresServer start(PostgresSettings settings, Privileges privileges) {
        Orphan.stop(settings.cluster());
        var port = Ports.claim(settings.port(), "PostgreSQL");
        var cluster = new PostgresCluster(settings, privileges);
        var admin = new Database("127.0.0.1", port, "postgres", "postgres", cluster.prepare());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var server = new PostgresServer(cluster.launch(port), admin);
            if (server.awaitReady(deadline)) {
                return server.checked(settings.durable());
            }
            server.close();
            refuseUnlessTransient(cluster.complaint());
        }
        throw new StartRefusal("PostgreSQL did not start in time: " + cluster.complaint());
    }

    /// A killed server keeps its process number until it is reaped, and its children hold its shared memory a while longer.
    private static void refuseUnlessTransient(String complaint) {
        if (!complaint.contains("shared memory block") && !complaint.contains("\"postmaster.pid\" already exists")) {
            throw new StartRefusal("PostgreSQL does not start: " + complaint);
        }
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }

    public Database admin() {
        return admin;
    }

    /// The database and role of one service, made if they are new.
    public Database database(String name) {
        return new Databases(admin).ensure(name);
    }

    /// The same, but empty.
    public Database emptyDatabase(String name) {
        return new Databases(admin).recreate(name);
    }

    public long pid() {
        return process.pid();
    }

    /// Breaks connections, writes a checkpoint and ends; harder if that takes too long.
    @Override
    public void close() {
        for (var signal : List.of("INT", "QUIT", "KILL")) {
            if (endsWithin(0)) {
                return;
            }
            Shell.signal(process.pid(), signal);
            endsWithin(20_000);
        }
    }

    private boolean awaitReady(long deadline) {
        while (System.nanoTime() < deadline && !endsWithin(POLL_MILLIS)) {
            if (accepts()) {
                return true;
            }
        }
        return false;
    }

    private boolean endsWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private boolean accepts() {
        try (var connection = DriverManager.getConnection(admin.jdbcUrl(), admin.user(), admin.password())) {
            return connection.isValid(1);
        } catch (SQLException refused) {
            if (!transientlyClosed(refused.getSQLState())) {
                close();
                throw new StartRefusal("PostgreSQL starts but lets nobody in: " + refused.getMessage(), refused);
            }
            return false;
        }
    }

    /// No connection yet, or "the database system is starting up".
    private static boolean transientlyClosed(String state) {
        return state.startsWith("08") || state.equals("57P03");
    }

    /// What a person was promised about their data is read back, not assumed.
    private PostgresServer checked(boolean durable) {
        var wanted = durable ? "on" : "off";
        if (!show("fsync").equals(wanted) || !show("synchronous_commit").equals(wanted)) {
            close();
            throw new StartRefusal("PostgreSQL runs with fsync or synchronous_commit other than '%s'.".formatted(wanted));
        }
        return this;
    }

    String show(String setting) {
        try (var connection = DriverManager.getConnection(admin.jdbcUrl(), admin.user(), admin.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
