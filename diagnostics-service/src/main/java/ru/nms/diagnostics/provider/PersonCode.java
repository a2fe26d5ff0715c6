package ru.nms.diagnostics.provider;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// As whom a provider knows a person.
///
/// @param code as the provider's files name the person
record PersonCode(@NotBlank @Size(max = 100) String provider, @NotBlank @Size(max = 100) String code, @NotNull UUID personId) {}
