package ru.nms.diagnostics.attempt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.platform.problem.Refusal;

/// A person doubts what an attempt was found to be worth, and what became of that.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Appeal(UUID id, long version, Instant createdAt, UUID attemptId, String text, Status status, @Nullable String reason,
              BigDecimal pointsBefore, @Nullable BigDecimal pointsAfter) {

    enum Status {
        REQUESTED, ACCEPTED, DECLINED,
        /// There is nothing to decide any more: the attempt was annulled.
        CLOSED
    }

    enum Decision { ACCEPT, DECLINE, CLOSE }

    static Appeal of(UUID id, Attempt attempt, String text, Instant now) {
        return new Appeal(id, 1, now, attempt.id(), text, Status.REQUESTED, null,
                java.util.Objects.requireNonNullElse(attempt.points(), BigDecimal.ZERO), null);
    }

    /// The state machine: one decision, and it is final.
    Appeal on(Decision decision, @Nullable String because) {
        return switch (status) {
            case REQUESTED -> switch (decision) {
                case ACCEPT -> with(Status.ACCEPTED, because, null);
                case DECLINE -> with(Status.DECLINED, because, pointsBefore);
                case CLOSE -> with(Status.CLOSED, because, null);
            };
            case ACCEPTED, DECLINED, CLOSED -> throw Refusal.conflict("appeal.decided", status.name());
        };
    }

    boolean isOpen() {
        return status == Status.REQUESTED;
    }

    Appeal regraded(BigDecimal points) {
        return new Appeal(id, version, createdAt, attemptId, text, status, reason, pointsBefore, points);
    }

    private Appeal with(Status next, @Nullable String because, @Nullable BigDecimal after) {
        return new Appeal(id, version + 1, createdAt, attemptId, text, next, because, pointsBefore, after);
    }
}
