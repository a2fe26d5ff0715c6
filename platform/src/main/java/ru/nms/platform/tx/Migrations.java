package ru.nms.platform.tx;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.flywaydb.core.Flyway;

/// Brings the schema up to the version this build expects, before anything else touches the database. The
/// platform's tables and the service's own have separate histories, so that neither waits for the other's numbers.
public final class Migrations {

    private static final int CONNECT_RETRIES = 40;

    private Migrations() {}

    /// The newest version of each history that this build knows.
    public record Schema(Map<String, Integer> versions) {}

    public static Schema run(DatabaseSettings database, String service) {
        var versions = new TreeMap<String, Integer>();
        versions.put("schema_history_platform", migrate(database, "platform", "schema_history_platform"));
        versions.put("schema_history", migrate(database, service, "schema_history"));
        return new Schema(versions);
    }

    private static int migrate(DatabaseSettings database, String folder, String history) {
        var flyway = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner().user(), database.owner().password())
                .locations("classpath:db/" + folder)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(1)
                .load();
        flyway.migrate();
        return Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getVersion() != null && migration.getState().isResolved())
                .mapToInt(migration -> Integer.parseInt(migration.getVersion().getVersion()))
                .max().orElse(0);
    }
}
