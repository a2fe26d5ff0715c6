package ru.nms.platform.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Finds profiles: the bundled ones by name, any other by the path of its file.
public final class RegionProfiles {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private RegionProfiles() {}

    /// Throws [InvalidRegionProfile] with all faults at once.
    public static RegionProfile load(String nameOrPath) {
        if (!NAME.matcher(nameOrPath).matches()) {
            return load(Path.of(nameOrPath));
        }
        if (!bundled().contains(nameOrPath)) {
            throw new InvalidRegionProfile(List.of(new ProfileFault(nameOrPath, "",
                    "There is no bundled region of this name; there are %s. For a file of your own give its path, such as ./%s.yml."
                            .formatted(String.join(", ", bundled()), nameOrPath))));
        }
        return new ProfileLoading(ProfileFolder.bundled()).load(nameOrPath + ".yml");
    }

    private static RegionProfile load(Path file) {
        var path = file.toAbsolutePath();
        return new ProfileLoading(ProfileFolder.directory(Objects.requireNonNull(path.getParent())))
                .load(path.getFileName().toString());
    }

    /// Names of the regions that come with the product.
    public static List<String> bundled() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:regions/*.yml");
            return Arrays.stream(files)
                    .map(file -> Objects.requireNonNull(file.getFilename()).replace(".yml", ""))
                    .filter(name -> !name.equals("defaults")).distinct().sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
