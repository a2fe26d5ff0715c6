package ru.nms.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;

import ru.nms.platform.embedded.DataFolder;
import ru.nms.platform.embedded.Database;
import ru.nms.platform.embedded.Folders;
import ru.nms.platform.embedded.KafkaServer;
import ru.nms.platform.embedded.PostgresServer;
import ru.nms.platform.embedded.PostgresSettings;
import ru.nms.platform.embedded.StartRefusal;

/// The servers embedded, on a throw-away folder.
final class EmbeddedTestServers implements TestServerKind {

    private static final String PREFIX = "nms-test-";

    @Override
    public Database postgres() {
        leftovers();
        var data = folder();
        var server = PostgresServer.start(PostgresSettings.passing(data.folder("postgres")));
        TestServers.atEnd(() -> {
            server.close();
            remove(data);
        });
        return server.admin();
    }

    @Override
    public String kafka() {
        var data = folder();
        var server = KafkaServer.start(data.folder("kafka"), 0);
        TestServers.atEnd(() -> {
            server.close();
            remove(data);
        });
        return server.bootstrapServers();
    }

    /// What a killed test run left behind: its folder is there, and nobody holds its lock.
    private static void leftovers() {
        var aMinuteAgo = FileTime.from(Instant.now(Clock.systemUTC()).minusSeconds(60));
        try (var old = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), PREFIX + "*")) {
            for (var folder : old) {
                if (Files.getLastModifiedTime(folder).compareTo(aMinuteAgo) < 0) {
                    sweep(folder);
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static void sweep(Path folder) {
        try (var data = DataFolder.open(folder)) {
            PostgresServer.stopLeftBehind(data.path().resolve("postgres"));
            Folders.delete(data.path());
        } catch (StartRefusal inUse) {
            // a test run of another module, alive and well
        }
    }

    private static void remove(DataFolder data) {
        data.close();
        Folders.delete(data.path());
    }

    private static DataFolder folder() {
        try {
            return DataFolder.open(Files.createTempDirectory(PREFIX));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
