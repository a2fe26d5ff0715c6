package ru.nms.registry.rma;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

/// Who coordinates the regional methodists in a municipality.
///
/// @param until the first day on which no longer
record RmaCoordinator(@NotNull UUID municipalityId, @NotNull UUID personId, @NotNull LocalDate since, @Nullable LocalDate until) {}
