package ru.nms.platform.tx;

import org.flywaydb.core.Flyway;

/// Brings the schema up to the version this build expects, before anything else touches the database. The
/// platform's tables and the service's own have separate histories, so that neither waits for the other's numbers.
public final class Migrations {

    private static final int CONNECT_RETRIES = 40;

    private Migrations() {}

    public static void run(DatabaseSettings database, String service) {
        migrate(database, "platform", "schema_history_platform");
        migrate(database, service, "schema_history");
    }

    private static void migrate(DatabaseSettings database, String folder, String history) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner().user(), database.owner().password())
                .locations("classpath:db/" + folder)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(1)
                .load()
                .migrate();
    }
}
