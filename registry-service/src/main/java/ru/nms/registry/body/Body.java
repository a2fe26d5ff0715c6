package ru.nms.registry.body;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A method body of the region, such as a RUMO.
///
/// @param kind      one that the region profile names for the level
/// @param variant   which of several of the kind that the region has
/// @param hostId    the institute at which it works
/// @param partOfId  the body that it is a part of
/// @param listActId the act that approves its members
/// @param plan      of its work
record Body(@NotBlank @Size(max = 100) String kind, @NotBlank @Size(max = 100) String level, @Nullable @Size(max = 100) String variant,
            @NotBlank @Size(max = 500) String title, @Nullable @Size(max = 200) String subject, @Nullable UUID hostId,
            @Nullable UUID municipalityId, @Nullable UUID partOfId, @Nullable UUID listActId, @Size(max = 200) List<@Valid @NotNull Step> plan) {

    record Step(@NotBlank @Size(max = 500) String what, @NotNull LocalDate due, @Nullable LocalDate doneOn) {}

    Body {
        plan = plan == null ? List.of() : List.copyOf(plan);
    }
}
