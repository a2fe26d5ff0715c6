package ru.nms.platform.region;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// For what a diagnosis can be made.
public record Occasions(List<String> items, Origin origin, @Nullable Source source) {

    public Occasions {
        items = Copies.list(items);
    }
}
