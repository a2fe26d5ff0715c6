package ru.nms.registry.completion;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// The result of an attestation.
///
/// @param category    what was asked for; absent when fitness for the post was attested
/// @param competences areas in which it found something lacking: training is proposed for these
record Attestation(@NotNull UUID personId, @NotNull LocalDate heldOn, @Nullable @Size(max = 100) String category,
                   boolean granted, @Size(max = 50) List<@NotBlank @Size(max = 100) String> competences) {

    Attestation {
        competences = competences == null ? List.of() : List.copyOf(competences);
    }
}
