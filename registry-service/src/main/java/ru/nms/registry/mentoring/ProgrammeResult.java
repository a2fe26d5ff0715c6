package ru.nms.registry.mentoring;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What a programme of mentoring led to in a year.
///
/// @param analysis what follows from it; absent as long as nobody has looked into it
record ProgrammeResult(@NotNull UUID programmeId, @Min(2000) @Max(2100) int year, @NotBlank @Size(max = 4000) String results,
                       @Nullable @Size(min = 1, max = 4000) String analysis, @Nullable LocalDate analysedOn) {}
