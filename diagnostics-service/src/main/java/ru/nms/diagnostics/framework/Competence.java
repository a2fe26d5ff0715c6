package ru.nms.diagnostics.framework;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What somebody can do, in one version of a framework.
///
/// @param area       of the region's profile; absent where that of the competence above holds
/// @param rollUp     when the competences below make this one; absent where it is measured by itself
/// @param identifier by which other systems know it
record Competence(@NotNull UUID frameworkId, @NotBlank @Pattern(regexp = CODE) String code,
                  @NotBlank @Size(max = 4000) String title, @Nullable @Size(max = 100) String area, @Nullable UUID parentId,
                  @Nullable @Valid RollUp rollUp, @Nullable UUID identifier) {

    /// As frameworks write them: `ПК-1`, `CCSS.Math.2.OA`. The words of expressions are none.
    static final String CODE = "(?!(?i:and|or)$)[\\p{L}\\p{N}][\\p{L}\\p{N}_.:/-]{0,99}";

    Competence knownAs(UUID id) {
        return identifier == null ? new Competence(frameworkId, code, title, area, parentId, rollUp, id) : this;
    }
}
