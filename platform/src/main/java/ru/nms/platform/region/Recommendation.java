package ru.nms.platform.region;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What the source recommends to whom; `to` holds kinds of organisations or of people.
public record Recommendation(@Nullable Integer section, @Nullable Integer track, List<String> to, List<String> items,
                             @Nullable Source source) {

    public Recommendation {
        to = Copies.list(to);
        items = Copies.list(items);
    }
}
