package ru.nms.registry.community;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// An association or community.
///
/// @param kind           one that the region profile names for the level
/// @param subjects       which it is about
/// @param networked      works across organisations over the network
/// @param young          of young teachers
/// @param municipalityId whose it is; absent above the municipal level
/// @param hostId         the organisation at which it works
/// @param until          the first day on which it no longer works
record Community(@NotBlank @Size(max = 100) String kind, @NotBlank @Size(max = 100) String level,
                 @NotBlank @Size(max = 500) String title, @NotNull Scope scope,
                 @Size(max = 50) List<@NotBlank @Size(max = 200) String> subjects, boolean networked, boolean young,
                 @Nullable UUID municipalityId, @Nullable UUID hostId, @Nullable UUID leaderId,
                 @Nullable LocalDate since, @Nullable LocalDate until) {

    enum Scope { SUBJECT, INTER_SUBJECT }

    Community {
        subjects = List.copyOf(Objects.requireNonNullElse(subjects, List.of()));
    }
}
