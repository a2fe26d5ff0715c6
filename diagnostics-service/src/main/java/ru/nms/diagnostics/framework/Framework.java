package ru.nms.diagnostics.framework;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.register.Moves;

/// A version of a competence framework. Once adopted its competences never change; what changes is a new version.
///
/// @param code        the same in all versions
/// @param versionName tells the versions apart: `2026`, `2.1`
/// @param source      the act or standard it was made from
/// @param identifier  by which other systems know it
record Framework(@NotBlank @Pattern(regexp = CODE) String code, @NotBlank @Size(max = 50) String versionName,
                 @NotBlank @Size(max = 500) String title, @Nullable @Size(max = 4000) String description,
                 @Nullable @Size(max = 1000) String source, @Nullable UUID identifier, @Nullable Status status,
                 @Nullable LocalDate adoptedOn, @Nullable LocalDate deprecatedOn) {

    enum Status { DRAFT, ADOPTED, DEPRECATED }

    static final String CODE = "[A-Z0-9][A-Z0-9_.-]{0,99}";

    static final Moves<Status> MOVES = Moves.<Status>of()
            .on("adoption", Status.ADOPTED, Status.DRAFT)
            .on("deprecation", Status.DEPRECATED, Status.ADOPTED);

    Framework adopted(LocalDate on) {
        return with(identifier, MOVES.after(state(), "adoption"), on, null);
    }

    Framework deprecated(LocalDate on) {
        return with(identifier, MOVES.after(state(), "deprecation"), adoptedOn, on);
    }

    Framework knownAs(UUID id) {
        return identifier == null ? with(id, status, adoptedOn, deprecatedOn) : this;
    }

    Status state() {
        return Objects.requireNonNull(status);
    }

    private Framework with(@Nullable UUID known, @Nullable Status next, @Nullable LocalDate adopted, @Nullable LocalDate deprecated) {
        return new Framework(code, versionName, title, description, source, known, next, adopted, deprecated);
    }
}
