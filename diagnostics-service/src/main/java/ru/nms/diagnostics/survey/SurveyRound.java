package ru.nms.diagnostics.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.contracts.SurveyChanged;
import ru.nms.platform.register.Moves;

/// One round of asking: with which forms, of whom, when, and what came of it.
///
/// @param formIds         one form, or one for each kind of respondents
/// @param until           the first day on which nobody answers any more
/// @param programmeId     the training whose delayed results are asked for, which ended on `trainingEndedOn`
/// @param answers         how many, once the round is closed; absent while it is open, and for fewer than five
/// @param groups          what is announced: the region, and its municipalities
/// @param analysis        what the answers show, and what follows
record SurveyRound(@NotNull SurveyKind kind, @NotBlank @Size(max = 300) String title, @NotNull @Min(2000) @Max(2100) Integer year,
                   @NotNull @Size(min = 1, max = 3) List<@NotNull UUID> formIds, @NotNull LocalDate since, @NotNull LocalDate until,
                   @Nullable UUID programmeId, @Nullable LocalDate trainingEndedOn, @Nullable Status status, @Nullable Long answers,
                   @Nullable List<SurveyChanged.Group> groups, @Nullable String analysis, @Nullable LocalDate analysedOn) {

    enum Status { PLANNED, OPEN, CLOSED, ANALYSED }

    static final Moves<Status> MOVES = Moves.<Status>of()
            .on("opening", Status.OPEN, Status.PLANNED)
            .on("closure", Status.CLOSED, Status.OPEN)
            .on("analysis", Status.ANALYSED, Status.CLOSED);

    SurveyRound opened() {
        return with(after("opening"), null, null, null, null);
    }

    /// @param told how many answered; absent where nothing may be told
    SurveyRound closed(@Nullable Long told, List<SurveyChanged.Group> announced) {
        return with(after("closure"), told, List.copyOf(announced), null, null);
    }

    SurveyRound analysed(String text, LocalDate on) {
        return with(after("analysis"), answers, groups, text, on);
    }

    Status stands() {
        return Objects.requireNonNull(status);
    }

    boolean asksOn(LocalDate day) {
        return status == Status.OPEN && !day.isBefore(since) && day.isBefore(until);
    }

    private Status after(String action) {
        return MOVES.after(stands(), action);
    }

    private SurveyRound with(Status next, @Nullable Long told, @Nullable List<SurveyChanged.Group> announced,
                             @Nullable String text, @Nullable LocalDate on) {
        return new SurveyRound(kind, title, year, formIds, since, until, programmeId, trainingEndedOn, next, told, announced,
                text, on);
    }
}
