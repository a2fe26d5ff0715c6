package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A teacher accompanied by a methodist.
///
/// @param methodistPersonId the methodist as a person
/// @param until             first day on which the assignment no longer holds
public record AssignmentChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                                UUID methodistId, UUID methodistPersonId, UUID personId, LocalDate since,
                                @Nullable LocalDate until) implements Event {

    public static final Topic<AssignmentChanged> TOPIC = new Topic<>("registry.assignment.v1", AssignmentChanged.class);
}
