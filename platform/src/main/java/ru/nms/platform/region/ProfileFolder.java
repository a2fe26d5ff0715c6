package ru.nms.platform.region;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/// Where profile files lie: bundled on the class path, or in a directory of the operator.
@FunctionalInterface
interface ProfileFolder {

    /// `null` when there is no such file.
    @Nullable InputStream open(String file) throws IOException;

    static ProfileFolder bundled() {
        return file -> ProfileFolder.class.getResourceAsStream("/regions/" + file);
    }

    static ProfileFolder directory(Path directory) {
        return file -> {
            var path = directory.resolve(file);
            return Files.isRegularFile(path) ? Files.newInputStream(path) : null;
        };
    }
}
