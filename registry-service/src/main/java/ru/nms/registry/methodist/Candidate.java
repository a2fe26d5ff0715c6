package ru.nms.registry.methodist;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Moves;
import ru.nms.registry.keeping.Step;
import ru.nms.registry.methodist.Methodist.Engagement;

/// Somebody on the way to being a regional methodist.
///
/// @param status      where they are; it, the steps and the role are changed by steps alone
/// @param steps       how the status came about, the oldest first
/// @param methodistId the role it led to
record Candidate(@NotNull UUID personId, @Nullable Engagement engagement, @NotNull LocalDate appliedOn,
                 @NotNull @Size(max = 50) List<@NotNull @Valid Proof> proofs, Status status, List<Step> steps,
                 @Nullable UUID methodistId) {

    enum Status { APPLIED, ASSESSED, TRAINED, APPROVED, ACTIVE, LEFT }

    /// Whoever gives up on the way has left too.
    static final Moves<Status> MOVES = Moves.<Status>of()
            .on("assessment", Status.ASSESSED, Status.APPLIED)
            .on("training", Status.TRAINED, Status.ASSESSED)
            .on("approval", Status.APPROVED, Status.TRAINED)
            .on("activation", Status.ACTIVE, Status.APPROVED)
            .on("departure", Status.LEFT, Status.APPLIED, Status.ASSESSED, Status.TRAINED, Status.APPROVED, Status.ACTIVE);

    /// A document that proves a requirement of the region.
    ///
    /// @param requirement code of the region profile
    record Proof(@NotBlank @Size(max = 100) String requirement, @NotBlank @Size(max = 500) String document, @NotNull LocalDate on) {}

    /// Approval is an act; a step is not taken before the last one.
    Candidate take(String action, Step.Draft step) {
        var next = MOVES.after(status, action);
        new Faults().unless(next != Status.APPROVED || step.act() != null, Fault.at("/act", "required"))
                .unless(!step.on().isBefore(steps.isEmpty() ? appliedOn : steps.getLast().on()), Fault.at("/on", "before-last-step"))
                .refuse();
        return new Candidate(personId, engagement, appliedOn, proofs, next, Step.add(steps, step.to(next)), methodistId);
    }

    Candidate as(UUID methodist) {
        return new Candidate(personId, engagement, appliedOn, proofs, status, steps, methodist);
    }

    /// Who left may apply again.
    @Nullable Stream<@Nullable Object> key() {
        return status == Status.LEFT ? null : Stream.of(personId);
    }
}
