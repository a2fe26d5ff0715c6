package ru.nms.standalone.identity;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Secrets on disk: readable by the owner only, and never half written.
final class PrivateFile {

    private PrivateFile() {}

    static void write(Path file, String content) {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            var aside = Files.createTempFile(file.getParent(), "new-", ".json", ownerOnly);
            Files.writeString(aside, content);
            Files.move(aside, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
