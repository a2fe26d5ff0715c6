package ru.nms.diagnostics.attempt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.diagnostics.scoring.Answer;

/// What a person answered to one task.
///
/// @param revision counted by the client: a later one takes the place of an earlier one
/// @param points   once it is scored and the person may know
@JsonInclude(JsonInclude.Include.NON_NULL)
record SavedAnswer(UUID taskId, long revision, Answer answer, Instant savedAt, @Nullable BigDecimal points) {

    SavedAnswer saying(Answer other) {
        return new SavedAnswer(taskId, revision, other, savedAt, points);
    }

    SavedAnswer withoutPoints() {
        return new SavedAnswer(taskId, revision, answer, savedAt, null);
    }
}
