package ru.nms.diagnostics.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.contracts.ResultChanged;
import ru.nms.platform.outbox.Outbox.Stamp;

/// What one diagnosis of one person found, by competence.
///
/// @param occasion for what it was made, where the region tells occasions apart: a route, an attestation …
/// @param round    of a federal assessment, where these are counted
/// @param scores   in the order of their competences
record Result(UUID id, long version, Instant createdAt, Instant changedAt, UUID personId, String procedure,
              String provider, LocalDate takenOn, @Nullable String occasion, @Nullable String round, List<Score> scores) {

    Result {
        scores = scores.stream().sorted(Comparator.comparing(Score::competence)).toList();
    }

    /// What the caller says of it; a draft that was found to be complete.
    record Content(UUID personId, String procedure, String provider, LocalDate takenOn, @Nullable String occasion,
                   @Nullable String round, List<Score> scores) {}

    static Result record(UUID id, Content content, Instant now) {
        return new Result(id, 1, now, now, content.personId(), content.procedure(), content.provider(),
                content.takenOn(), content.occasion(), content.round(), content.scores());
    }

    /// The next version; the same one when the correction corrects nothing.
    Result corrected(Content content, Instant now) {
        var same = new Result(id, version, createdAt, changedAt, content.personId(), content.procedure(),
                content.provider(), content.takenOn(), content.occasion(), content.round(), content.scores());
        return same.equals(this) ? this : new Result(id, version + 1, createdAt, now, content.personId(),
                content.procedure(), content.provider(), content.takenOn(), content.occasion(), content.round(), content.scores());
    }

    Result annulled(Instant now) {
        return new Result(id, version + 1, createdAt, now, personId, procedure, provider, takenOn, occasion, round, scores);
    }

    /// What others are told of it: never a score.
    ResultChanged announcedBy(Stamp stamp) {
        return new ResultChanged(stamp.eventId(), id, stamp.epoch(), version, stamp.occurredAt(), personId, procedure,
                provider, takenOn, competences(), round);
    }

    List<String> competences() {
        return scores.stream().map(Score::competence).toList();
    }

    /// Sum over sum, never a mean of shares.
    BigDecimal points() {
        return scores.stream().map(Score::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal maximum() {
        return scores.stream().map(Score::maximum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
