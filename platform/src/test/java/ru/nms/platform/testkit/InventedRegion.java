package ru.nms.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// A sixth region, which exists as a file only: levels, kinds and rules of its own.
public final class InventedRegion {

    private static final Path FILE = unpacked();

    private InventedRegion() {}

    /// For `nms.region`.
    public static String file() {
        return FILE.toString();
    }

    /// Services read a profile from a file, and the resource may lie in a jar. Not `nms-test-…`: who starts servers sweeps unlocked folders
    /// of that name, also those of another run.
    private static Path unpacked() {
        try (var profile = Objects.requireNonNull(InventedRegion.class.getResourceAsStream("/region/sixth.yml"))) {
            var file = Files.createTempDirectory("nms-region-").resolve("sixth.yml");
            Files.write(file, profile.readAllBytes());
            file.toFile().deleteOnExit();
            file.getParent().toFile().deleteOnExit();
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
