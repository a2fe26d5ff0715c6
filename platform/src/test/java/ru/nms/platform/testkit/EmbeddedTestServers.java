package ru.nms.platform.testkit;

import ru.nms.platform.embedded.DataFolder;
import ru.nms.platform.embedded.Database;
import ru.nms.platform.embedded.KafkaServer;
import ru.nms.platform.embedded.PostgresServer;
import ru.nms.platform.embedded.PostgresSettings;

/// The servers embedded, on a throw-away folder.
final class EmbeddedTestServers implements TestServerKind {

    private static final String PREFIX = "nms-test-";

    @Override
    public Database postgres() {
        var data = DataFolder.passing(PREFIX);
        var server = PostgresServer.start(PostgresSettings.passing(data.folder("postgres")));
        TestServers.atEnd(() -> {
            server.close();
            data.close();
        });
        return server.admin();
    }

    @Override
    public String kafka() {
        var data = DataFolder.passing(PREFIX);
        var server = KafkaServer.start(data.folder("kafka"), 0);
        TestServers.atEnd(() -> {
            server.close();
            data.close();
        });
        return server.bootstrapServers();
    }
}
