package ru.nms.registry.completion;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What a person learnt outside programmes, and who formally recognised it.
///
/// @param programmeId in place of which, or of a part of which, it counts
record Recognition(@NotNull UUID personId, @NotBlank @Size(max = 500) String title, @NotNull Way way, @NotNull LocalDate learntOn,
                   @Nullable @Positive Integer hours, @NotNull UUID recognisedById, @NotNull LocalDate recognisedOn,
                   @NotBlank @Size(max = 300) String document, @Nullable UUID programmeId) {

    enum Way { NON_FORMAL, INFORMAL }
}
