package ru.nms.platform.region;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// How the region calls things; `aliases` holds all names of one concept so that a search finds it by any.
public record Terms(@Nullable String coordinator, @Nullable String federalBody, Map<String, List<String>> aliases) {

    public Terms {
        aliases = Copies.sorted(aliases);
    }
}
