package ru.nms.registry.completion;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.register.Moves;

/// A person asks for a place in a programme, or their municipal method service asks for them.
///
/// @param applicantId the method service that applied
record Enrolment(@NotNull UUID personId, @NotNull UUID programmeId, @NotNull Way way, @Nullable UUID applicantId,
                 @NotNull LocalDate appliedOn, @Nullable Status status, @Nullable LocalDate decidedOn) {

    enum Way { METHOD_SERVICE, SELF }

    enum Status { APPLIED, ENROLLED, REFUSED, WITHDRAWN }

    static final Moves<Status> MOVES = Moves.<Status>of()
            .on("admission", Status.ENROLLED, Status.APPLIED)
            .on("refusal", Status.REFUSED, Status.APPLIED)
            .on("withdrawal", Status.WITHDRAWN, Status.APPLIED, Status.ENROLLED);

    Enrolment after(String action, LocalDate on) {
        return new Enrolment(personId, programmeId, way, applicantId, appliedOn,
                MOVES.after(Objects.requireNonNull(status), action), on);
    }
}
