package ru.nms.platform.region;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Several codes or texts given by one clause.
public record SourcedList(List<String> items, @Nullable Source source) {

    public SourcedList {
        items = Copies.list(items);
    }

    public boolean contains(String item) {
        return items.contains(item);
    }
}
