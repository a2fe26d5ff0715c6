package ru.nms.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.Producer;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import ru.nms.contracts.Topic;
import ru.nms.platform.time.Pause;

/// Passes the outbox on to Kafka: one relay per service at a time, in the order of the rows, each row deleted once
/// the broker has it. Runs on a thread of its own with a connection of its own and may block there.
///
/// A relay that was frozen and wakes up after another took over cannot put old states behind new ones: producers share
/// a transactional id, and the broker fences the older.
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int LISTEN_MILLIS = 1_000;

    private final RelayDatabase database;
    private final RelayKafka kafka;
    private final List<Topic<?>> topics;
    private volatile boolean running;
    private volatile Thread thread = new Thread();

    public OutboxRelay(RelayDatabase database, RelayKafka kafka, List<Topic<?>> topics) {
        this.database = database;
        this.kafka = kafka;
        this.topics = topics;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay-" + database.service()).daemon().start(this::relayUntilStopped);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void relayUntilStopped() {
        while (running) {
            try {
                lead();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                if (running) {
                    log.warn("The outbox waits: {}", e.toString());
                    if (!Pause.beforeTheNextAttempt()) {
                        running = false;
                    }
                }
            }
        }
    }

    /// Leads until something fails; then connection and producer are made anew.
    private void lead() throws Exception {
        try (var connection = database.connect()) {
            if (!database.becomeLeader(connection)) {
                if (!Pause.beforeTheNextAttempt()) {
                    running = false;
                }
                return;
            }
            var producer = kafka.connect(topics);
            try {
                database.listen(connection);
                while (running) {
                    if (!passOn(connection, producer)) {
                        connection.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
                    }
                }
            } finally {
                RelayKafka.close(producer);
            }
        }
    }

    /// @return whether there may be more
    private boolean passOn(Connection connection, Producer<String, String> producer)
            throws SQLException, ExecutionException, InterruptedException, TimeoutException {
        var batch = database.oldest(connection);
        if (batch.isEmpty()) {
            return false;
        }
        kafka.send(producer, batch);
        database.delete(connection, batch);
        return batch.size() == RelayDatabase.BATCH;
    }
}
