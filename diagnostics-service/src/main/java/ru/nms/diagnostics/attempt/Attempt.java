package ru.nms.diagnostics.attempt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.campaign.OpenCampaign;
import ru.nms.diagnostics.instrument.Paper;
import ru.nms.platform.problem.Refusal;

/// One person taking an instrument once, and the rules of that. Pure: no clock, no I/O.
///
/// @param number   of the person's attempts in the campaign
/// @param variant  of the instrument
/// @param deadline after which nothing is saved
/// @param points   once it is graded
/// @param secret   from which its [Aliases] follow; absent where it began before there were any
record Attempt(UUID id, long version, UUID campaignId, UUID personId, UUID instrumentId, int number, int variant, Instant startedAt,
               Instant deadline, Status status, @Nullable Instant submittedAt, @Nullable BigDecimal points,
               @Nullable BigDecimal maximum, @Nullable UUID resultId, @Nullable UUID secret) {

    enum Status {
        RUNNING, JUDGING, GRADED, APPEALED, ANNULLED;

        /// The state machine. Every status meets every step; the compiler notices a missing pair.
        Status on(Step step) {
            return switch (this) {
                case RUNNING -> switch (step) {
                    case SUBMIT -> JUDGING;
                    case ANNUL -> ANNULLED;
                    case GRADE, APPEAL, DECIDE -> throw refused();
                };
                case JUDGING -> switch (step) {
                    case GRADE -> GRADED;
                    case ANNUL -> ANNULLED;
                    case SUBMIT, APPEAL, DECIDE -> throw refused();
                };
                case GRADED -> switch (step) {
                    case APPEAL -> APPEALED;
                    case ANNUL -> ANNULLED;
                    case SUBMIT, GRADE, DECIDE -> throw refused();
                };
                case APPEALED -> switch (step) {
                    case DECIDE -> GRADED;
                    case ANNUL -> ANNULLED;
                    case SUBMIT, GRADE, APPEAL -> throw refused();
                };
                case ANNULLED -> throw refused();
            };
        }

        private Refusal refused() {
            return Refusal.conflict("attempt.wrong-status", name())
                    .with("possible", Arrays.stream(Step.values()).filter(this::allows).map(Step::name).toList());
        }

        private boolean allows(Step step) {
            return switch (step) {
                case SUBMIT -> this == RUNNING;
                case GRADE -> this == JUDGING;
                case APPEAL -> this == GRADED;
                case DECIDE -> this == APPEALED;
                case ANNUL -> this != ANNULLED;
            };
        }
    }

    enum Step { SUBMIT, GRADE, APPEAL, DECIDE, ANNUL }

    /// Time is over at the end of the limit or of the campaign, whichever comes first.
    static Attempt start(UUID id, OpenCampaign campaign, UUID person, Paper paper, int number, UUID secret, Instant now) {
        var limit = paper.timeLimitMinutes();
        var limited = limit == null ? campaign.endsAt() : now.plusSeconds(limit * 60L);
        return new Attempt(id, 1, campaign.id(), person, campaign.instrumentId(), number, variant(campaign.id(), person, number,
                paper.variants()), now, limited.isBefore(campaign.endsAt()) ? limited : campaign.endsAt(), Status.RUNNING, null,
                null, null, null, secret);
    }

    /// The same person is always given the same one, and in the next attempt the next one.
    private static int variant(UUID campaign, UUID person, int number, int variants) {
        long mixed = campaign.getMostSignificantBits() ^ campaign.getLeastSignificantBits() * 31
                ^ person.getMostSignificantBits() * 17 ^ person.getLeastSignificantBits() * 13;
        return (int) Math.floorMod((mixed ^ mixed >>> 32) + number - 1, (long) variants) + 1;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(deadline);
    }

    /// Who comes late has submitted what was there at the deadline.
    Attempt submitted(Instant now) {
        return with(status.on(Step.SUBMIT), isOver(now) ? deadline : now, points, maximum, resultId);
    }

    Attempt graded(Grade grade, @Nullable UUID result) {
        return with(status.on(Step.GRADE), submittedAt, grade.points(), grade.maximum(), result);
    }

    Attempt appealed() {
        return with(status.on(Step.APPEAL), submittedAt, points, maximum, resultId);
    }

    Attempt decided(Grade grade) {
        return with(status.on(Step.DECIDE), submittedAt, grade.points(), grade.maximum(), resultId);
    }

    Attempt annulled() {
        return with(status.on(Step.ANNUL), submittedAt, points, maximum, resultId);
    }

    private Attempt with(Status next, @Nullable Instant submitted, @Nullable BigDecimal earned, @Nullable BigDecimal most,
                         @Nullable UUID result) {
        return new Attempt(id, version + 1, campaignId, personId, instrumentId, number, variant, startedAt, deadline, next, submitted,
                earned, most, result, secret);
    }
}
