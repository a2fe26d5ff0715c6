package ru.nms.registry.act;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A concept document of a municipal method service.
///
/// @param part       which of the documents that the region's indicator names
/// @param approvedOn when it was approved
/// @param versionOn  the date of its present version
record ConceptDocument(@NotNull UUID municipalityId, @NotBlank @Size(max = 300) String part, @NotBlank @Size(max = 500) String title,
                       @NotNull LocalDate approvedOn, @NotNull LocalDate versionOn, @Nullable @Size(max = 100) String number,
                       @Nullable @Size(max = 1000) String file) {}
