package ru.nms.registry.rma;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What the regional methodists' body does of its own in a year.
///
/// @param revisedOn when it was last brought up to date
record RmaRoadmap(@Min(2000) @Max(2100) int year, @NotNull LocalDate revisedOn,
                  @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Measure> measures) {

    /// @param direction code of the region profile
    record Measure(@NotBlank @Size(max = 500) String title, @NotBlank @Size(max = 100) String direction,
                   @NotNull LocalDate from, @NotNull LocalDate to, @Nullable @Size(min = 1, max = 1000) String result) {}
}
