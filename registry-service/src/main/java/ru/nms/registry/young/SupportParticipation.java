package ru.nms.registry.young;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A young teacher took part in one form of support.
///
/// @param form code of the region's catalogue
record SupportParticipation(@NotNull UUID personId, @NotBlank @Size(max = 100) String form, @NotNull LocalDate heldOn,
                            @Nullable @Size(min = 1, max = 500) String title, @Nullable UUID organisationId) {}
