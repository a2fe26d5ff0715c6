package ru.nms.platform.projection;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;
import ru.nms.platform.tx.DatabaseSettings;

/// The DDL of a rebuild, by the role that owns the schema.
final class RebuildStore {

    private static final String FRESH = "rebuild";

    private final DatabaseSettings settings;
    private final DatabaseClient db;

    RebuildStore(DatabaseSettings settings, DatabaseClient db) {
        this.settings = settings;
        this.db = db;
    }

    void createFresh(List<String> tables) {
        inOneTransaction(connection -> {
            execute(connection, "DROP SCHEMA IF EXISTS " + FRESH + " CASCADE");
            execute(connection, "CREATE SCHEMA " + FRESH);
            execute(connection, "GRANT USAGE ON SCHEMA %s TO \"%s\"".formatted(FRESH, settings.user()));
            for (var table : tables) {
                execute(connection, "CREATE TABLE %1$s.%2$s (LIKE public.%2$s INCLUDING ALL)".formatted(FRESH, table));
                execute(connection, "GRANT SELECT, INSERT, UPDATE, DELETE ON %s.%s TO \"%s\""
                        .formatted(FRESH, table, settings.user()));
            }
        });
    }

    void swap(List<String> tables) {
        inOneTransaction(connection -> {
            for (var table : tables) {
                execute(connection, "DROP TABLE public." + table);
                execute(connection, "ALTER TABLE %s.%s SET SCHEMA public".formatted(FRESH, table));
            }
            execute(connection, "DROP SCHEMA " + FRESH);
        });
    }

    /// For the rest of the present transaction the fresh tables hide the old ones.
    Mono<Void> lookIntoFresh() {
        return db.sql("SET LOCAL search_path TO " + FRESH + ", public").then();
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void inOneTransaction(Work work) {
        try (var connection = DriverManager.getConnection(settings.jdbcUrl(), settings.owner().user(),
                settings.owner().password())) {
            connection.setAutoCommit(false);
            work.on(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The tables could not be exchanged.", e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
