package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A practice on its way into the bank. Who wrote it is not told.
///
/// @param kind        `TEACHING` or `MANAGEMENT`
/// @param competences areas of the region profile that it strengthens
/// @param status      `PROPOSED`, `EXPERTISE`, `ACCEPTED`, `PUBLISHED`, `REPLICATED` or `REFUSED`
public record PracticeChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt, String kind,
                              String title, UUID organisationId, List<String> subjects, List<String> competences,
                              String status, @Nullable LocalDate publishedOn) implements Event {

    public static final Topic<PracticeChanged> TOPIC = new Topic<>("registry.practice.v1", PracticeChanged.class);
}
