package ru.nms.registry.training;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A course of the federal academy for methodists.
///
/// @param registrationUntil the last day on which people register
/// @param quotaMin          the region must send at least so many
record AcademyCourse(@NotBlank @Size(max = 500) String title, @Nullable @Positive @Max(5000) Integer hours,
                     @NotNull LocalDate startsOn, @NotNull LocalDate endsOn, @Nullable LocalDate registrationUntil,
                     @Nullable @Positive Integer quotaMin) {}
