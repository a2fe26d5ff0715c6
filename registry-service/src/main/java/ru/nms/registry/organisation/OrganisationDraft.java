package ru.nms.registry.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What somebody says about an organisation.
///
/// @param openedOn  left as it is when absent
/// @param renamedOn since when the name in this draft holds, when it is another one; today when absent
/// @param details   left as they are when absent
record OrganisationDraft(@NotBlank @Size(max = 100) String kind, @NotBlank @Size(max = 100) String level,
                         @NotBlank @Size(max = 500) String name,
                         @Size(max = 20) List<@NotBlank @Size(max = 500) String> aliases,
                         @Nullable UUID municipalityId, @Nullable UUID parentId, @Nullable LocalDate closedOn,
                         @Nullable LocalDate openedOn, @Nullable LocalDate renamedOn, @Nullable @Valid Details details) {

    /// Of which nothing more is known.
    OrganisationDraft(String kind, String level, String name, List<String> aliases, @Nullable UUID municipalityId,
                      @Nullable UUID parentId, @Nullable LocalDate closedOn) {
        this(kind, level, name, aliases, municipalityId, parentId, closedOn, null, null, null);
    }

    OrganisationDraft {
        aliases = Objects.requireNonNullElse(aliases, List.of());
    }
}
