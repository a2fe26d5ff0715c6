package ru.nms.registry.rma;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// Something a regional methodist did in one of the body's directions.
///
/// @param direction code of the region profile
record RmaActivity(@NotNull UUID methodistId, @NotBlank @Size(max = 100) String direction, @NotNull LocalDate heldOn,
                   @NotBlank @Size(max = 500) String title, @Nullable @PositiveOrZero Integer teachers) {}
