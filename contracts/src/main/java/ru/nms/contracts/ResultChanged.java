package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A diagnostic result: that it exists, of what and when. The scores stay in diagnostics.
///
/// @param procedure   what was taken
/// @param provider    who conducted it: a provider code of the region profile
/// @param competences the competence areas it measured
/// @param round       of a federal assessment: a number or a short code; absent where nobody counts rounds
public record ResultChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                            UUID personId, String procedure, String provider, LocalDate takenOn,
                            List<String> competences, @Nullable String round) implements Event {

    /// Of no round.
    public ResultChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt, UUID personId, String procedure,
                         String provider, LocalDate takenOn, List<String> competences) {
        this(eventId, subject, epoch, version, occurredAt, personId, procedure, provider, takenOn, competences, null);
    }

    public static final Topic<ResultChanged> TOPIC = new Topic<>("diagnostics.result.v1", ResultChanged.class);
}
