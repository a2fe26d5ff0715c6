package ru.nms.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// One database of the system, as the administrator sees it.
record DatabaseAddress(String host, int port, String name, String user, String password) {

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://%s:%d/%s".formatted(host, port, name), user, password);
    }

    DatabaseAddress named(String other) {
        return new DatabaseAddress(host, port, other, user, password);
    }

    void run(String... statements) {
        try (var connection = connect(); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException cause) {
            throw new Broken("SQL of the benchmark fails", cause);
        }
    }

    String one(String query) {
        try (var connection = connect(); var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new Broken("No row: " + query);
            }
            return String.valueOf(rows.getString(1));
        } catch (SQLException cause) {
            throw new Broken("SQL of the benchmark fails", cause);
        }
    }
}
