package ru.nms.registry.community;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

/// Who takes part in a community, as what, and when.
///
/// @param until the first day on which the person no longer does
record Member(@NotNull UUID communityId, @NotNull UUID personId, @NotNull Role role, @NotNull LocalDate since,
              @Nullable LocalDate until) {

    enum Role { HEAD, MEMBER }
}
