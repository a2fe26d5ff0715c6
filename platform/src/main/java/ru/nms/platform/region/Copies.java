package ru.nms.platform.region;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// Absent lists and maps become empty ones, so that no caller has to ask twice whether there is anything.
final class Copies {

    private Copies() {}

    static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /// In order of the keys. A year written as `null` says that the source has no figure for it, so it is left out.
    static <K extends Comparable<K>, V> Map<K, V> sorted(@Nullable Map<K, V> given) {
        var copy = new TreeMap<K, V>();
        if (given != null) {
            given.forEach((key, value) -> {
                if (Objects.nonNull(value)) {
                    copy.put(key, value);
                }
            });
        }
        return Collections.unmodifiableMap(copy);
    }
}
