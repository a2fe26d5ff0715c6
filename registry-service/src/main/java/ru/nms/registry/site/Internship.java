package ru.nms.registry.site;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.register.Moves;

/// A person learns at a site, or has done so.
///
/// @param until the last day
record Internship(@NotNull UUID personId, @NotNull UUID internshipProgrammeId, @NotNull LocalDate since, @NotNull LocalDate until,
                  @Nullable @Size(max = 300) String document, @Nullable Status status) {

    enum Status { PLANNED, COMPLETED, CANCELLED }

    static final Moves<Status> MOVES = Moves.<Status>of()
            .on("completion", Status.COMPLETED, Status.PLANNED)
            .on("cancellation", Status.CANCELLED, Status.PLANNED);

    Internship after(String action) {
        return new Internship(personId, internshipProgrammeId, since, until, document,
                MOVES.after(Objects.requireNonNull(status), action));
    }
}
