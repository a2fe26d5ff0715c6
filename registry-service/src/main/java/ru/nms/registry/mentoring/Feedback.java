package ru.nms.registry.mentoring;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What somebody who takes part says of a mentorship.
record Feedback(@NotNull UUID mentorshipId, @NotNull UUID personId, @NotNull LocalDate givenOn, @Min(1) @Max(5) int score,
                @Nullable @Size(min = 1, max = 4000) String text) {}
