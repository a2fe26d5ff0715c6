package ru.nms.platform.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.Event;
import ru.nms.contracts.Topic;
import ru.nms.platform.json.EventJson;

/// Whether a service keeps anything of somebody: looks through every table as text, and tells the service over the broker what
/// others say, late or again.
public final class Forgotten {

    /// Who read and changed what is told by ids alone and kept; what waits to be told goes by itself.
    private static final Set<String> BY_ID_ALONE = Set.of("read_audit", "change_audit", "outbox", "known_fate");

    private final ServiceUnderTest service;
    private final Set<String> bare;

    /// @param bare tables in which the id alone may stay
    public Forgotten(ServiceUnderTest service, String... bare) {
        this.service = service;
        this.bare = Set.of(bare);
    }

    /// Tables in which one of the texts stands somewhere.
    public List<String> tablesWith(Object... texts) {
        var found = new ArrayList<String>();
        for (var table : tables()) {
            for (var text : texts) {
                boolean id = text instanceof UUID && (BY_ID_ALONE.contains(table) || bare.contains(table));
                if (!id && rows(table, text.toString()) > 0) {
                    found.add(table + ": " + text);
                }
            }
        }
        return found;
    }

    /// Columns of registers that a tombstone would have to keep; a migration that ends with `let_tombstones_be_blank()` leaves none.
    public List<String> columnsOfTombstones() {
        return Objects.requireNonNull(service.inTransaction(db().sql("""
                SELECT c.table_name || '.' || c.column_name
                  FROM information_schema.columns c
                 WHERE c.table_schema = 'public' AND c.is_nullable = 'NO' AND c.table_name <> 'register_entry'
                   AND c.column_name NOT IN (SELECT own.column_name FROM information_schema.columns own
                                              WHERE own.table_schema = 'public' AND own.table_name = 'register_entry')
                   AND (SELECT count(*) FROM information_schema.columns own
                         WHERE own.table_schema = 'public' AND own.table_name = c.table_name
                           AND own.column_name IN ('natural_key', 'search_key', 'changed_tx', 'deleted')) = 4
                """).map(row -> row.get(0, String.class)).all().collectList()));
    }

    private List<String> tables() {
        return Objects.requireNonNull(service.inTransaction(db().sql("""
                SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1
                """).map(row -> row.get(0, String.class)).all().collectList()));
    }

    private long rows(String table, String text) {
        return Objects.requireNonNull(service.inTransaction(db()
                .sql("SELECT count(*) FROM %s t WHERE strpos(CAST(t AS text), :text) > 0".formatted(table)).bind("text", text)
                .map(row -> row.get(0, Long.class)).one()));
    }

    private DatabaseClient db() {
        return service.bean(DatabaseClient.class);
    }

    /// Over the broker, as its owner would.
    public <E extends Event> void tell(Topic<E> topic, E event) {
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", TestServers.kafka()), new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), event.subject().toString(),
                    service.bean(EventJson.class).mapper().writeValueAsString(event))).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
