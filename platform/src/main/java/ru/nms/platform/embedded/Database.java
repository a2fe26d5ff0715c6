package ru.nms.platform.embedded;

/// One database and the role that owns it.
public record Database(String host, int port, String name, String user, String password) {

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    public String r2dbcUrl() {
        return "r2dbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    @Override
    public String toString() {
        return user + "@" + jdbcUrl();
    }
}
