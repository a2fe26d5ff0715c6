package ru.nms.registry.mentoring;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// An organisation works by the target model of mentoring.
///
/// @param document by which it was adopted
record MentoringModel(@NotNull UUID organisationId, @NotNull LocalDate since, @NotBlank @Size(max = 500) String document,
                      @Nullable LocalDate until) {}
