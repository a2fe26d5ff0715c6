package ru.nms.diagnostics.provider;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What a provider calls a competence or scale, and to which area of the region it belongs.
///
/// @param code  as the provider's files name it
/// @param title another name under which it comes
record CompetenceMapping(@NotBlank @Size(max = 100) String provider, @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,63}") String procedure,
                         @NotBlank @Size(max = 200) String code, @Nullable @Size(min = 1, max = 300) String title,
                         @NotBlank @Size(max = 100) String area) {}
