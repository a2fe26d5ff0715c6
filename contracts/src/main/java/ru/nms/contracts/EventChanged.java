package ru.nms.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// An event of the system: seminar, webinar, conference, lesson visit and the like.
///
/// @param mode         `ONSITE`, `ONLINE` or `MIXED`
/// @param competences  competence areas it works on
/// @param status       `DRAFT`, `PUBLISHED`, `HELD` or `CANCELLED`
/// @param groupingUnit district of the region profile whose event it is
/// @param groupingTask task of the district that it serves
public record EventChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                           String kind, String level, String title, UUID organiserId, Instant startsAt,
                           Instant endsAt, String mode, int capacity, List<String> competences, String status,
                           @Nullable String groupingUnit, @Nullable String groupingTask)
        implements Event {

    public static final Topic<EventChanged> TOPIC = new Topic<>("events.event.v1", EventChanged.class);
}
