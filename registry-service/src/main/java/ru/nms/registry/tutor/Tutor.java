package ru.nms.registry.tutor;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A tutor: leads teachers through programmes.
///
/// @param programmes          of which the person is a tutor
/// @param modernTeacherSchool a tutor of «Школа современного учителя»
record Tutor(@NotNull UUID personId, @Nullable UUID municipalityId,
             @Size(max = 50) List<@NotBlank @Size(max = 500) String> programmes, boolean modernTeacherSchool,
             @NotNull LocalDate since, @Nullable LocalDate until) {

    Tutor {
        programmes = List.copyOf(Objects.requireNonNullElse(programmes, List.of()));
    }
}
