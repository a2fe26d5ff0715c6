package ru.nms.platform.region;

/// A place where the source contradicts itself; told to people, never mended silently.
public record SourceDefect(String what, Source source) {}
