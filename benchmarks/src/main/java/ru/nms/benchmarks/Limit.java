package ru.nms.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// How often PostgreSQL does a script by itself: `pgbench` with prepared statements, or a loop over JDBC where the machine
/// has none.
final class Limit {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial");

    private final DatabaseAddress database;
    private final int clients;
    private final @Nullable Path pgbench;

    Limit(DatabaseAddress database, int clients) {
        this.database = database;
        this.clients = clients;
        this.pgbench = Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "pgbench"))
                .filter(Files::isExecutable).findFirst().orElse(null);
    }

    String name() {
        return pgbench == null ? "JDBC" : "pgbench";
    }

    /// @return transactions per second
    double run(Script script, Duration time) {
        return pgbench == null ? overJdbc(script, time) : run(pgbench, script, time);
    }

    private double run(Path program, Script script, Duration time) {
        try {
            var file = Files.createTempFile("nms-bench-", ".sql");
            Files.writeString(file, script.forPgbench());
            var builder = new ProcessBuilder(program.toString(), "-n", "-M", "prepared", "-c", Integer.toString(clients), "-j", "2",
                    "-T", Long.toString(Math.max(1, time.toSeconds())), "-f", file.toString(), "-h", database.host(),
                    "-p", Integer.toString(database.port()), "-U", database.user(), database.name()).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", database.password());
            var said = output(builder.start());
            Files.delete(file);
            var rate = RATE.matcher(said);
            if (!rate.find()) {
                throw new Broken("pgbench said: " + said);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException cause) {
            throw new Broken("pgbench does not run", cause);
        }
    }

    private static String output(Process process) throws IOException {
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return said;
    }

    private double overJdbc(Script script, Duration time) {
        var until = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var counts = threads.invokeAll(IntStream.range(0, clients)
                    .<java.util.concurrent.Callable<Long>>mapToObj(client -> () -> loop(script, until, client)).toList());
            long all = 0;
            for (var count : counts) {
                all += count.get();
            }
            return all * 1e9 / time.toNanos();
        } catch (ExecutionException cause) {
            throw new Broken("The loop over JDBC fails", cause.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Broken("interrupted");
        }
    }

    private long loop(Script script, long until, int client) throws SQLException {
        try (var connection = database.connect()) {
            var transaction = script.prepare(connection, new Random(client));
            long done = 0;
            for (; System.nanoTime() < until; done++) {
                transaction.run();
            }
            return done;
        }
    }

    static Script script(java.util.Map<String, Integer> variables, String... statements) {
        return new Script(variables, List.of(statements));
    }
}
