package ru.nms.platform.region;

import org.jspecify.annotations.Nullable;

/// One of the work fields by which goals, indicators and measures are grouped.
public record WorkDirection(int n, String title, @Nullable Source source) {}
