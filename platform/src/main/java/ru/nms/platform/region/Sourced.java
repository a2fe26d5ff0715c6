package ru.nms.platform.region;

import org.jspecify.annotations.Nullable;

/// One value and the clause that gives it.
public record Sourced<T>(T value, @Nullable Source source) {}
