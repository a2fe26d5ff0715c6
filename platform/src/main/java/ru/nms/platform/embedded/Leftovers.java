package ru.nms.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;

/// Temporary data folders of processes that were killed: nobody holds their lock, but a PostgreSQL may still run on them.
final class Leftovers {

    private Leftovers() {}

    /// Folders younger than a minute are left alone: their owner may not have taken the lock yet.
    static void sweep(String prefix) throws IOException {
        var aMinuteAgo = FileTime.from(Clock.systemUTC().instant().minusSeconds(60));
        try (var found = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), prefix + "*")) {
            for (var folder : found) {
                if (lastUsed(folder).compareTo(aMinuteAgo) < 0) {
                    remove(folder);
                }
            }
        }
    }

    private static FileTime lastUsed(Path folder) throws IOException {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (NoSuchFileException goneMeanwhile) {   // another run sweeps too
            return FileTime.from(Clock.systemUTC().instant());
        }
    }

    private static void remove(Path folder) {
        try (var data = DataFolder.open(folder)) {
            PostgresServer.stopLeftBehind(data.path().resolve("postgres"));
            Folders.delete(data.path());
        } catch (StartRefusal inUseOrForeign) {
            // alive and well, or not ours to delete
        }
    }
}
