package ru.nms.registry.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A round in which methodical competences are assessed.
///
/// @param subjects       of those who are assessed
/// @param plannedPersons how many were to come
/// @param actualPersons  how many came; absent before
/// @param municipalities from how many municipalities
record AssessmentRound(@Min(2000) @Max(2100) int year, @Min(1) @Max(20) int stage, @NotNull LocalDate heldOn,
                       @Size(max = 50) List<@NotBlank @Size(max = 200) String> subjects,
                       @Nullable @PositiveOrZero Integer plannedPersons, @Nullable @PositiveOrZero Integer actualPersons,
                       @Nullable @PositiveOrZero Integer municipalities) {

    AssessmentRound {
        subjects = List.copyOf(Objects.requireNonNullElse(subjects, List.of()));
    }
}
