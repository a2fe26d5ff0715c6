package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A round of a survey and, once it is closed, what was answered: aggregates only, never an answer.
///
/// @param kind            `DELAYED_RESULT`, `TRAINING_REQUEST`, `SERVICE_SATISFACTION` or `BURNOUT`
/// @param status          `PLANNED`, `OPEN`, `CLOSED` or `ANALYSED`
/// @param until           the first day on which nobody answers any more
/// @param programmeId     the training whose delayed results are asked for
/// @param trainingEndedOn when it ended
/// @param answers         absent while the round is open, and for fewer than five
/// @param groups          of five answers and more
public record SurveyChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt, String kind,
                            String title, int year, String status, LocalDate since, LocalDate until,
                            @Nullable UUID programmeId, @Nullable LocalDate trainingEndedOn, @Nullable Long answers,
                            @Nullable List<Group> groups) implements Event {

    public static final Topic<SurveyChanged> TOPIC = new Topic<>("diagnostics.survey.v1", SurveyChanged.class);

    /// Those who have one thing in common.
    ///
    /// @param by    `REGION`, `MUNICIPALITY` or `RESPONDENT`
    /// @param value absent for the region; `OTHER` for those of several values taken together
    public record Group(String by, @Nullable String value, long answers, List<Figure> figures) {}

    /// How many in the group gave this answer.
    ///
    /// @param answer the code of an option, or the value on a scale
    public record Figure(String question, String answer, long count) {}
}
