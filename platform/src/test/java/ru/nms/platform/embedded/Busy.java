package ru.nms.platform.embedded;

import java.nio.file.Path;
import java.sql.DriverManager;

import org.apache.kafka.clients.producer.ProducerRecord;

/// A process of its own that runs both servers, writes numbers into them without end, and says each number that both
/// have acknowledged. Made to be killed.
final class Busy {

    static final String TOPIC = "numbers";

    private Busy() {}

    public static void main(String[] arguments) throws Exception {
        var data = DataFolder.open(Path.of(arguments[0]));
        var postgres = PostgresServer.start(settings(data.path()));
        var kafka = KafkaServer.start(data.folder("kafka"), 0);
        var database = postgres.database("numbers");
        Records.topic(kafka.bootstrapServers(), TOPIC);
        Sql.run(database, "CREATE TABLE number (n bigint)");
        System.out.println("postgres " + postgres.pid());
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var insert = connection.prepareStatement("INSERT INTO number VALUES (?)");
                var producer = Records.producer(kafka.bootstrapServers())) {
            for (long n = 1; true; n++) {
                insert.setLong(1, n);
                insert.executeUpdate();
                producer.send(new ProducerRecord<>(TOPIC, Long.toString(n))).get();
                System.out.println("done " + n);
            }
        }
    }

    static PostgresSettings settings(Path data) {
        var folder = data.resolve("postgres");
        return new PostgresSettings(folder, PostgresSettings.passing(folder).programs(), 0, true);
    }
}
