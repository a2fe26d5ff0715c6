package ru.nms.registry.mentoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Moves;
import ru.nms.registry.keeping.Step;

/// A mentor and whom they mentor: a pair, or a group of several.
///
/// @param organisationId at which it is; at the level of an organisation
/// @param municipalityId in which it is; at the municipal level
/// @param reverse        the younger one teaches
/// @param result         what it led to
record Mentorship(@NotNull Form form, @NotNull Basis basis, @NotBlank @Size(max = 100) String level, @NotNull UUID mentorId,
                  @NotNull @Size(min = 1, max = 100) List<@NotNull UUID> menteeIds, @Nullable UUID organisationId,
                  @Nullable UUID municipalityId, @Nullable @Size(min = 1, max = 200) String subject, @Nullable UUID programmeId,
                  boolean reverse, @NotNull LocalDate since, @Nullable LocalDate until, Status status, List<Step> steps,
                  @Nullable String result) {

    enum Form { PAIR, GROUP }

    enum Basis { SUBJECT, MENTOR_YOUNG, COMPETENCE_OWNER_LEARNER, OTHER }

    enum Status { REQUESTED, ACCEPTED, DECLINED, COMPLETED, CANCELLED }

    static final Moves<Status> MOVES = Moves.<Status>of()
            .on("acceptance", Status.ACCEPTED, Status.REQUESTED)
            .on("refusal", Status.DECLINED, Status.REQUESTED)
            .on("result", Status.COMPLETED, Status.ACCEPTED)
            .on("cancellation", Status.CANCELLED, Status.REQUESTED, Status.ACCEPTED);

    /// A step, with the result when it is the last one.
    record Move(@NotNull LocalDate on, @Nullable @Size(min = 1, max = 4000) String note) {

        Step to(Status status) {
            return new Step(status.name(), on, null, note);
        }
    }

    Mentorship reversed() {
        return new Mentorship(form, basis, level, mentorId, menteeIds, organisationId, municipalityId, subject, programmeId,
                true, since, until, status, steps, result);
    }

    /// A result is said in words.
    Mentorship take(String action, Move move) {
        var next = MOVES.after(status, action);
        new Faults().unless(next != Status.COMPLETED || move.note() != null, Fault.at("/note", "required")).refuse();
        return new Mentorship(form, basis, level, mentorId, menteeIds, organisationId, municipalityId, subject, programmeId,
                reverse, since, until, next, Step.add(steps, move.to(next)), next == Status.COMPLETED ? move.note() : result);
    }

    /// None when it is over or never began: the same people may agree anew. Groups are too many to stand in a key.
    @Nullable Stream<@Nullable Object> key() {
        return status != Status.REQUESTED && status != Status.ACCEPTED ? null
                : Stream.of(mentorId, UUID.nameUUIDFromBytes(menteeIds.toString().getBytes(UTF_8)), basis, subject);
    }
}
