package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A programme of additional professional training.
///
/// @param kind          `PK` or `PP`
/// @param form          `FULL_TIME`, `PART_TIME` or `DISTANCE`
/// @param distanceShare percent of the hours
/// @param marks         how it is delivered: `NETWORK`, `CASCADE`, `ELECTRONIC` and the like
/// @param tags          what it is counted by
/// @param competences   areas of the region profile whose deficits it works on
/// @param status        in the federal register: `NOT_FILED`, `FILED`, `EXPERT_REVIEW`, `INCLUDED`, `REFUSED`, `WITHDRAWN`
/// @param includedOn    day from which it stands in the federal register
/// @param excludedOn    first day on which it no longer does
public record ProgrammeChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt, UUID providerId,
                               String kind, String title, int hours, String form, int distanceShare, List<String> marks,
                               List<String> tags, List<String> topics, List<String> audience, List<String> competences,
                               List<UUID> partnerIds, String status, @Nullable LocalDate includedOn,
                               @Nullable LocalDate excludedOn, @Nullable String registerNumber) implements Event {

    public static final Topic<ProgrammeChanged> TOPIC = new Topic<>("registry.programme.v1", ProgrammeChanged.class);
}
