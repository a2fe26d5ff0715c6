package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A copy of a bundled profile in a directory of its own, with something in it changed.
record ProfileCopy(Path file, String text) {

    static ProfileCopy of(String region, Path directory) {
        try (var bundled = Objects.requireNonNull(ProfileFolder.bundled().open(region + ".yml"))) {
            return new ProfileCopy(directory.resolve(region + ".yml"), new String(bundled.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    ProfileCopy with(String before, String after) {
        assertThat(text).as("the text to be replaced").contains(before);
        return new ProfileCopy(file, text.replace(before, after));
    }

    ProfileCopy as(String name) {
        return new ProfileCopy(file.resolveSibling(name), text);
    }

    Path written() {
        try {
            return Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    RegionProfile loaded() {
        return RegionProfiles.load(written().toString());
    }

    List<String> faults() {
        var refusal = catchThrowableOfType(InvalidRegionProfile.class, this::loaded);
        assertThat(refusal).as("the refusal of a broken profile").isNotNull();
        return refusal.faults().stream().map(ProfileFault::toString).toList();
    }
}
