package ru.nms.platform.region;

import org.jspecify.annotations.Nullable;

/// A tier of the system. Levels outside the region (the federal one) are known by name only.
public record Level(String code, String title, boolean inRegion, @Nullable Source source) {}
