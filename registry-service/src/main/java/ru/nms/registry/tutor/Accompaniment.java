package ru.nms.registry.tutor;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A teacher whom a tutor accompanies: through a programme, on a route, or both.
///
/// @param routeId of the individual route, which another service keeps
record Accompaniment(@NotNull UUID tutorId, @NotNull UUID personId, @Nullable @Size(min = 1, max = 500) String programme,
                     @Nullable UUID routeId, @NotNull LocalDate since, @Nullable LocalDate until) {}
