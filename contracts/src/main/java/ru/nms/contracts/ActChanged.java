package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A normative act or an annex of one.
///
/// @param kind       `ORDER`, `REGULATION`, `ANNEX` and the like
/// @param date       of the act; an annex may have none of its own
/// @param purposes   what its presence is checked for: codes of required acts and of presence indicators
/// @param inForceOn  first day in force
/// @param repealedOn first day no longer in force
public record ActChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt, String kind,
                         @Nullable String issuer, @Nullable String number, @Nullable LocalDate date, String title,
                         List<String> purposes, List<UUID> amendsIds, List<UUID> repealsIds, @Nullable UUID annexToId,
                         @Nullable LocalDate inForceOn, @Nullable LocalDate repealedOn) implements Event {

    public static final Topic<ActChanged> TOPIC = new Topic<>("registry.act.v1", ActChanged.class);
}
