package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A personal order to the training system: what a person needs to learn, found from the results of their students and
/// from their own assessment. Neither scores nor students are told.
///
/// @param formedOn when it was formed or last formed anew
/// @param status   `FORMED` or `WITHDRAWN`
/// @param needs    the heaviest first
public record TrainingRequestChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                                     UUID personId, LocalDate formedOn, String status, List<Need> needs) implements Event {

    public static final Topic<TrainingRequestChanged> TOPIC =
            new Topic<>("diagnostics.training-request.v1", TrainingRequestChanged.class);

    /// @param competence a competence area of the region profile
    /// @param sources    `ASSESSMENT`, `STUDENT_RESULTS`
    /// @param deficitId  the open deficit, where the assessment found one
    /// @param level      of that deficit: a level of the region profile
    public record Need(String competence, List<String> sources, @Nullable UUID deficitId, @Nullable String level) {}
}
