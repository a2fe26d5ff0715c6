package ru.nms.platform.region;

import org.jspecify.annotations.Nullable;

/// An entry of a closed list: an English code, the Russian title and the clause.
public record CodedTitle(String code, String title, @Nullable Source source) {}
