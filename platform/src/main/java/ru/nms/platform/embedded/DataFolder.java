package ru.nms.platform.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The folder with everything one process keeps. It is held by a lock that the operating system drops when the process
/// dies, however it dies, so a second process can never write into the same databases.
public final class DataFolder implements AutoCloseable {

    /// Those of this process. Merely opening and closing a lock file again would give its lock away: the operating system
    /// drops it with the first channel that the process closes.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;
    private final boolean passing;

    private DataFolder(Path path, FileChannel channel, boolean passing) {
        this.path = path;
        this.channel = channel;
        this.passing = passing;
    }

    public static DataFolder open(Path path) {
        return open(path, false);
    }

    /// A new folder for data nobody will miss, deleted when it is closed. What killed processes left of theirs goes first.
    public static DataFolder passing(String prefix) {
        try {
            Leftovers.sweep(prefix);
            return open(Files.createTempDirectory(prefix), true);
        } catch (IOException cause) {
            throw new StartRefusal("There is no room for temporary data: %s.".formatted(cause.getMessage()), cause);
        }
    }

    private static DataFolder open(Path path, boolean passing) {
        var absolute = path.toAbsolutePath().normalize();
        if (!HELD.add(absolute)) {
            throw inUse(absolute);
        }
        try {
            return new DataFolder(absolute, lock(absolute), passing);
        } catch (IOException cause) {
            HELD.remove(absolute);
            throw new StartRefusal("The data folder %s cannot be written: %s.".formatted(absolute, cause.getMessage()), cause);
        } catch (StartRefusal refusal) {
            HELD.remove(absolute);
            throw refusal;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        Files.createDirectories(folder);
        var channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(folder);
        }
        return channel;
    }

    private static StartRefusal inUse(Path folder) {
        return new StartRefusal("The data folder %s is in use by another running process; stop it or choose another folder."
                .formatted(folder));
    }

    public Path path() {
        return path;
    }

    /// A folder of its own for one part, made if it is new.
    public Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (passing) {
                Folders.delete(path);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } finally {
            HELD.remove(path);
        }
    }
}
