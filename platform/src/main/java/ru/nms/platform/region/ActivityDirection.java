package ru.nms.platform.region;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A field of methodical work with what it consists of.
public record ActivityDirection(String code, String title, List<String> items, @Nullable Source source) {

    public ActivityDirection {
        items = Copies.list(items);
    }
}
