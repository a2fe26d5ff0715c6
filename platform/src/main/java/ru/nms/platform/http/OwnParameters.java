package ru.nms.platform.http;

/// Marks the type of a handler parameter that reads the whole query string itself and refuses what it does not know,
/// like a list request. Operations with such a parameter are not checked a second time.
public interface OwnParameters {}
