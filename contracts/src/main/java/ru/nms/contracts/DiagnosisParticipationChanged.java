package ru.nms.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// One person in one campaign of diagnostics: invited, reminded, taking part. What an invitation or a reminder needs to be
/// sent; no name, no score.
///
/// @param campaign   the campaign's id
/// @param status     `INVITED`, `REGISTERED`, `STARTED`, `FINISHED` or `ABSENT`
/// @param occasion   for what it is made, where the region tells occasions apart
/// @param reminders  how many reminders there were
/// @param remindedAt when the last one was
public record DiagnosisParticipationChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                                            UUID campaign, UUID personId, String status, @Nullable String occasion,
                                            Instant startsAt, Instant endsAt, int reminders,
                                            @Nullable Instant remindedAt) implements Event {

    public static final Topic<DiagnosisParticipationChanged> TOPIC =
            new Topic<>("diagnostics.participation.v1", DiagnosisParticipationChanged.class);
}
