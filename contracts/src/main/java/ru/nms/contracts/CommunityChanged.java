package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A professional association or community.
///
/// @param kind      code of the region profile
/// @param networked works across organisations over the network
/// @param young     of young teachers
/// @param leaderId  a person
/// @param until     first day on which it no longer works
public record CommunityChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt, String kind,
                               String level, String title, List<String> subjects, boolean networked, boolean young,
                               @Nullable UUID municipalityId, @Nullable UUID hostId, @Nullable UUID leaderId,
                               @Nullable LocalDate since, @Nullable LocalDate until) implements Event {

    public static final Topic<CommunityChanged> TOPIC = new Topic<>("registry.community.v1", CommunityChanged.class);
}
