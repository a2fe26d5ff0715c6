package ru.nms.diagnostics.student;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What was done so that people are ready for an independent assessment.
///
/// @param procedure       for which assessment
/// @param organisationIds whose people took part
/// @param outcome         what came of it
record ReadinessActivity(@NotNull Kind kind, @NotBlank @Size(max = 300) String title,
                         @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{1,63}") String procedure, @NotNull LocalDate heldOn,
                         @Nullable UUID organiserId, @NotNull @Size(max = 500) List<@NotNull UUID> organisationIds,
                         @NotNull @PositiveOrZero Integer participants, @Nullable @Size(max = 4000) String outcome) {

    enum Kind { TRIAL, TRAINING, CONSULTATION, INFORMATION }
}
