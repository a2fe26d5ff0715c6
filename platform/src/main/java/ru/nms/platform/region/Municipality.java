package ru.nms.platform.region;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A municipality as the sources know it; `code` is stable and never shown to people. Figures are by year.
public record Municipality(String code, String name, @Nullable Integer number, List<String> aliases,
                           @Nullable String territoryType, List<String> groupings, Map<Integer, Integer> methodists,
                           Map<Integer, Integer> teachersReported, @Nullable Source source) {

    public Municipality {
        aliases = Copies.list(aliases);
        groupings = Copies.list(groupings);
        methodists = Copies.sorted(methodists);
        teachersReported = Copies.sorted(teachersReported);
    }
}
