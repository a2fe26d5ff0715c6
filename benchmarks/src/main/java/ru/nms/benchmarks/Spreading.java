package ru.nms.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// From sending a new person to the registry until diagnostics has it in its database, at a fixed rate of writes. The
/// time of the write itself is included.
record Spreading(Setting setting) {

    private static final int A_SECOND = 200;
    private static final int WRITERS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    void play() {
        run(Duration.ofSeconds(5));
        var millis = run(Duration.ofSeconds(10));
        setting.report().figure("commit → visible in another service, %d writes/s, median".formatted(A_SECOND),
                Turns.percentile(millis, 0.5), " ms", null);
        setting.report().figure("commit → visible in another service, %d writes/s, p99".formatted(A_SECOND),
                Turns.percentile(millis, 0.99), " ms", 300.0);
        setting.subject().awaitQuiet();
    }

    /// @return milliseconds of each write
    private double[] run(Duration time) {
        Map<UUID, Long> sent = new ConcurrentHashMap<>();
        var millis = new ConcurrentLinkedQueue<Double>();
        int writes = (int) (A_SECOND * time.toSeconds());
        try (var threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            var watching = threads.submit(() -> watch(sent, millis, writes));
            var from = System.nanoTime();
            var token = setting.coordinator();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer;
                threads.submit(() -> write(first, writes, from, token, sent));
            }
            watching.get(time.plus(PATIENCE).toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException cause) {
            throw new Broken("Not everything became visible", cause);
        }
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Every so manieth write, each at its time whether or not the ones before were quick.
    private void write(int first, int writes, long from, String token, Map<UUID, Long> sent) {
        try (var wire = new Wire(setting.subject().registry())) {
            for (int n = first; n < writes; n += WRITERS) {
                long due = from + n * 1_000_000_000L / A_SECOND;
                LockSupport.parkNanos(due - System.nanoTime());
                if (wire.send(Creating.request(token, n)) == 201) {
                    int at = wire.body().indexOf("\"id\":\"") + 6;
                    sent.put(UUID.fromString(wire.body().substring(at, at + 36)), due);
                }
            }
        }
    }

    private Void watch(Map<UUID, Long> sent, ConcurrentLinkedQueue<Double> millis, int writes) throws SQLException {
        try (var connection = setting.subject().database("diagnostics").connect();
                var statement = connection.prepareStatement("SELECT id FROM person WHERE id = ANY (?)")) {
            while (millis.size() < writes) {
                LockSupport.parkNanos(1_000_000);
                statement.setArray(1, connection.createArrayOf("uuid", sent.keySet().toArray()));
                try (var rows = statement.executeQuery()) {
                    long now = System.nanoTime();
                    while (rows.next()) {
                        Long since = sent.remove(rows.getObject(1, UUID.class));
                        if (since != null) {
                            millis.add((now - since) / 1e6);
                        }
                    }
                }
            }
        }
        return null;
    }
}
