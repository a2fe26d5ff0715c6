package ru.nms.diagnostics.attempt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.diagnostics.attempt.Attempt.Status;

/// An attempt, for the person who makes it.
///
/// @param now      by the clock that decides
/// @param answers  as they were saved, so that another device goes on where one stopped; absent in lists
/// @param points   once it is graded
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttemptView(UUID id, long version, UUID campaignId, UUID personId, int number, int variant, Status status, Instant startedAt,
                   Instant deadline, Instant now, @Nullable Instant submittedAt, @Nullable BigDecimal points,
                   @Nullable BigDecimal maximum, @Nullable UUID resultId, @Nullable List<SavedAnswer> answers) {

    static AttemptView of(Attempt it, @Nullable List<SavedAnswer> answers, Instant now) {
        boolean told = it.status() == Status.GRADED || it.status() == Status.APPEALED;
        return new AttemptView(it.id(), it.version(), it.campaignId(), it.personId(), it.number(), it.variant(), it.status(),
                it.startedAt(), it.deadline(), now, it.submittedAt(), told ? it.points() : null, told ? it.maximum() : null,
                it.resultId(), answers == null || told ? answers : answers.stream().map(SavedAnswer::withoutPoints).toList());
    }
}
