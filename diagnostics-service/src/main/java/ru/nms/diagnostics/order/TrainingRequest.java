package ru.nms.diagnostics.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import ru.nms.contracts.TrainingRequestChanged.Need;
import ru.nms.platform.register.Moves;

/// A personal order to the training system. Only the person is given; what is needed is found.
///
/// @param formedOn when the needs were last found to be these
record TrainingRequest(@NotNull UUID personId, @Nullable LocalDate formedOn, @Nullable Status status, @Nullable List<Need> needs) {

    enum Status { FORMED, WITHDRAWN }

    static final Moves<Status> MOVES = Moves.<Status>of().on("withdrawal", Status.WITHDRAWN, Status.FORMED);

    TrainingRequest withdrawn() {
        return new TrainingRequest(personId, formedOn, MOVES.after(Objects.requireNonNull(status), "withdrawal"), needs);
    }

    /// A withdrawn one stays as it was.
    TrainingRequest needing(List<Need> found, LocalDate today) {
        return status == Status.WITHDRAWN || formedOn != null && found.equals(needs) ? this
                : new TrainingRequest(personId, today, status, found);
    }

    boolean isEmpty() {
        return needs == null || needs.isEmpty();
    }

    boolean isStanding() {
        return status != Status.WITHDRAWN;
    }
}
