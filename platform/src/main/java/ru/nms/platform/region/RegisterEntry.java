package ru.nms.platform.region;

import org.jspecify.annotations.Nullable;

/// A register that the region keeps, and who keeps it.
public record RegisterEntry(String code, String title, @Nullable String owner, @Nullable Source source) {}
