package ru.nms.diagnostics.rubric;

import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.scoring.Criterion;
import ru.nms.platform.register.Moves;

/// By what somebody is assessed. What is in force stays as it is.
///
/// @param kinds by whom it may be used
record Rubric(@NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9_.-]{0,99}") String code, @NotBlank @Size(max = 500) String title,
              @NotEmpty List<@NotNull Kind> kinds, @NotEmpty @Size(max = 50) List<@NotNull @Valid Criterion> criteria,
              @Nullable Status status) {

    enum Kind { SELF, PEER, EMPLOYER }

    enum Status { DRAFT, IN_FORCE, WITHDRAWN }

    static final Moves<Status> MOVES = Moves.<Status>of()
            .on("adoption", Status.IN_FORCE, Status.DRAFT)
            .on("withdrawal", Status.WITHDRAWN, Status.IN_FORCE);

    Rubric {
        kinds = kinds == null ? List.of() : kinds.stream().distinct().toList();
        criteria = criteria == null ? List.of() : List.copyOf(criteria);
    }

    Rubric after(String action) {
        return new Rubric(code, title, kinds, criteria, MOVES.after(state(), action));
    }

    Status state() {
        return Objects.requireNonNull(status);
    }
}
