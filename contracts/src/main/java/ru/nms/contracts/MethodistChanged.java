package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A methodist: a role that a person holds for a time.
///
/// @param kind           `REGIONAL` (member of the РМА) or `MUNICIPAL` (staff of a municipal service)
/// @param municipalityId whose service a municipal methodist works in
/// @param until          first day on which the person is no longer a methodist
public record MethodistChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                               UUID personId, String kind, @Nullable UUID municipalityId, LocalDate since,
                               @Nullable LocalDate until) implements Event {

    public static final Topic<MethodistChanged> TOPIC = new Topic<>("registry.methodist.v1", MethodistChanged.class);
}
