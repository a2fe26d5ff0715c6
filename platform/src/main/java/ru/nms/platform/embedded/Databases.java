package ru.nms.platform.embedded;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Gives each service a database and a role of its own; no role may enter another's database.
public final class Databases {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    private final Database admin;

    public Databases(Database admin) {
        this.admin = admin;
    }

    /// The database of that name, made if it is new. The password follows from the server's secret, so nothing else is kept.
    public Database ensure(String name) {
        return inAdmin(name, connection -> {
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                run(connection, "CREATE DATABASE %s OWNER %s".formatted(name, name));
                run(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
            }
        });
    }

    /// An empty database of that name; an older one is dropped with whoever is connected to it.
    public Database recreate(String name) {
        return inAdmin(name, connection -> {
            run(connection, "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
            run(connection, "CREATE DATABASE %s OWNER %s".formatted(name, name));
            run(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
        });
    }

    private Database inAdmin(String name, Work work) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a database name: " + name);
        }
        var database = new Database(admin.host(), admin.port(), name, name, password(name));
        try (var connection = DriverManager.getConnection(admin.jdbcUrl(), admin.user(), admin.password())) {
            role(connection, database);
            work.on(connection);
            return database;
        } catch (SQLException cause) {
            throw new IllegalStateException("Database %s cannot be prepared: %s".formatted(name, cause.getMessage()), cause);
        }
    }

    private static void role(Connection connection, Database database) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", database.user())) {
            run(connection, "CREATE ROLE %s LOGIN".formatted(database.user()));
        }
        // The change feed says up to when it is consistent; for that it must see others' transactions.
        run(connection, "GRANT pg_read_all_stats TO %s".formatted(database.user()));
        run(connection, "ALTER ROLE %s PASSWORD '%s'".formatted(database.user(), database.password()));
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String password(String name) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(admin.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
