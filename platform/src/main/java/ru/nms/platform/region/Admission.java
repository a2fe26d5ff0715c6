package ru.nms.platform.region;

import org.jspecify.annotations.Nullable;

/// Whom a body admits as its members.
///
/// @param category the qualification category that is asked for; any when absent
public record Admission(String code, String title, @Nullable String category) {}
