package ru.nms.registry.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What somebody says about an organisation.
record OrganisationDraft(@NotBlank @Size(max = 100) String kind, @NotBlank @Size(max = 100) String level,
                         @NotBlank @Size(max = 500) String name,
                         @Size(max = 20) List<@NotBlank @Size(max = 500) String> aliases,
                         @Nullable UUID municipalityId, @Nullable UUID parentId, @Nullable LocalDate closedOn) {

    OrganisationDraft {
        aliases = Objects.requireNonNullElse(aliases, List.of());
    }
}
