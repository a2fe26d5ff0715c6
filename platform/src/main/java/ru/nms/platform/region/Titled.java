package ru.nms.platform.region;

import org.jspecify.annotations.Nullable;

/// A duty, task or error that is only named: a text with its clause.
public record Titled(String title, @Nullable Source source) {}
