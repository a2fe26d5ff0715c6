package ru.nms.diagnostics.deficit;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/// An item of a route that works on a deficit.
///
/// @param kind    `PROGRAMME`, `INTERNSHIP`, `EVENT` …
/// @param status  `PLANNED`, `DONE` or `CANCELLED`
/// @param eventId the event that fulfils it, once named
@JsonInclude(JsonInclude.Include.NON_NULL)
record Work(UUID routeId, String routeStatus, UUID itemId, String kind, String status, @Nullable UUID eventId) {}
