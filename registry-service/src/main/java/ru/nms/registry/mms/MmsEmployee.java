package ru.nms.registry.mms;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// Somebody on the staff of a municipal methodical service.
///
/// @param municipalityId absent where the region names no municipalities
/// @param until          the first day on which no longer
record MmsEmployee(@NotNull UUID personId, @Nullable UUID municipalityId, @NotBlank @Size(max = 200) String position,
                   @NotNull LocalDate since, @Nullable LocalDate until) {}
