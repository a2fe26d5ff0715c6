package ru.nms.platform.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.tx.DatabaseSettings;

/// The relay's SQL.
public final class RelayDatabase {

    static final int BATCH = 500;
    private static final long LEADER_LOCK = 0x6e6d735f6f7574L;   // "nms_out"

    private final DatabaseSettings settings;
    private final String service;

    public RelayDatabase(DatabaseSettings settings, String service) {
        this.settings = settings;
        this.service = service;
    }

    record Entry(long seq, UUID id, String topic, UUID subject, String type, long epoch, long version, Instant at,
                 @Nullable String payload) {}

    String service() {
        return service;
    }

    Connection connect() throws SQLException {
        var properties = new Properties();
        properties.put("user", settings.user());
        properties.put("password", settings.password());
        properties.put("ApplicationName", "nms-" + service + "-relay");
        properties.put("tcpKeepAlive", "true");
        properties.put("connectTimeout", "5");
        properties.put("socketTimeout", "30");
        return DriverManager.getConnection(settings.jdbcUrl(), properties);
    }

    /// Held as long as the connection lives; another process takes over when it ends.
    boolean becomeLeader(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, LEADER_LOCK);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + OutboxBell.CHANNEL);
        }
    }

    List<Entry> oldest(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                SELECT seq, id, aggregatetype, aggregateid, type, epoch, version, occurred_at, payload
                  FROM outbox
                 ORDER BY seq
                 LIMIT %d
                """.formatted(BATCH)); var rows = statement.executeQuery()) {
            List<Entry> batch = new ArrayList<>();
            while (rows.next()) {
                batch.add(entry(rows));
            }
            return batch;
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getLong("seq"), row.getObject("id", UUID.class), row.getString("aggregatetype"),
                row.getObject("aggregateid", UUID.class), row.getString("type"), row.getLong("epoch"),
                row.getLong("version"), row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("payload"));
    }

    void delete(Connection connection, List<Entry> sent) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM outbox WHERE seq = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", sent.stream().map(Entry::seq).toArray()));
            statement.executeUpdate();
        }
    }
}
