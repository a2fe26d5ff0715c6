package ru.nms.platform.region;

import org.jspecify.annotations.Nullable;

/// The region's passport for the federation.
public record PassportRules(SourcedList sections, @Nullable Sourced<String> curator) {}
