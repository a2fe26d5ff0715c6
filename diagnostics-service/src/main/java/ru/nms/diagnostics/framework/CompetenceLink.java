package ru.nms.diagnostics.framework;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

/// What a competence of one version is in another one.
record CompetenceLink(@NotNull UUID fromId, @NotNull UUID toId, @NotNull Kind kind, @Nullable UUID identifier) {

    enum Kind { REPLACED_BY, EXACT_MATCH }

    CompetenceLink knownAs(UUID id) {
        return identifier == null ? new CompetenceLink(fromId, toId, kind, id) : this;
    }
}
