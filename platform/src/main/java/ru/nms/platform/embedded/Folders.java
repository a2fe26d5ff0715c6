package ru.nms.platform.embedded;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// What the JDK lacks for whole folders.
public final class Folders {

    private Folders() {}

    public static void delete(Path folder) {
        if (!Files.exists(folder, NOFOLLOW_LINKS)) {
            return;
        }
        try (var content = Files.walk(folder)) {
            content.sorted(Comparator.reverseOrder()).forEach(Folders::deleteOne);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// Gives a folder and all in it to another user, if it belongs to someone else.
    static void give(Path folder, int uid) {
        try {
            if (!Files.getAttribute(folder, "unix:uid").equals(uid)) {
                try (var content = Files.walk(folder)) {
                    content.forEach(path -> giveOne(path, uid));
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static void giveOne(Path path, int uid) {
        try {
            Files.setAttribute(path, "unix:uid", uid, NOFOLLOW_LINKS);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
