package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A professional deficit: opened by a diagnosis, worked on by a route, closed by evidence.
///
/// @param competence a competence area of the region profile
/// @param level      as the region's profile names it; `HIGH`, `MEDIUM` or `LOW` where it names none
/// @param status     `OPEN` or `CLOSED`
/// @param resultId   the result that gave it its present level
public record DeficitChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                             UUID personId, String competence, String level, String status, LocalDate openedOn,
                             @Nullable LocalDate closedOn, UUID resultId) implements Event {

    public static final Topic<DeficitChanged> TOPIC = new Topic<>("diagnostics.deficit.v1", DeficitChanged.class);
}
