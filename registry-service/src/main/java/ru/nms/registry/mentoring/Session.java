package ru.nms.registry.mentoring;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A meeting of a mentor with those they mentor.
record Session(@NotNull UUID mentorshipId, @NotNull LocalDate heldOn, @NotBlank @Size(max = 500) String topic,
               @Nullable @Positive @Max(1440) Integer minutes) {}
