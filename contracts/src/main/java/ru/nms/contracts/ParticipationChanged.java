package ru.nms.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// One person at one event, with what a reader needs of the event.
///
/// @param event      the event's id
/// @param status     `CONFIRMED`, `WAITLISTED` or `CANCELLED`
/// @param attendance `PRESENT` or `ABSENT`, once it was taken
public record ParticipationChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                                   UUID event, UUID personId, String status, @Nullable String attendance,
                                   String kind, List<String> competences, Instant endsAt) implements Event {

    public static final Topic<ParticipationChanged> TOPIC =
            new Topic<>("events.participation.v1", ParticipationChanged.class);
}
