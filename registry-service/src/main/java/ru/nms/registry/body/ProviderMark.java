package ru.nms.registry.body;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What is established of a provider of training.
///
/// @param fulfilled the requirements are met, the provider stands in the list
/// @param until     the first day on which it no longer holds
record ProviderMark(@NotNull UUID organisationId, @NotNull Kind kind, boolean fulfilled, @NotNull LocalDate since,
                    @Nullable LocalDate until, @NotBlank @Size(max = 500) String document) {

    /// Regional requirements; the federal list of organisations with scientific-methodical support.
    enum Kind { REGIONAL_REQUIREMENTS, FEDERAL_LIST }
}
