package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// An individual educational route (ИОМ).
///
/// @param status        `DRAFT`, `SUBMITTED`, `RETURNED`, `AGREED`, `APPROVED`, `IN_PROGRESS`, `COMPLETED`
/// @param byDiagnostics whether it was drawn up from a diagnostic result
/// @param approvedOn    when the coordinator approved it
public record RouteChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                           UUID personId, String status, LocalDate from, LocalDate until, boolean byDiagnostics,
                           @Nullable LocalDate approvedOn, @Nullable LocalDate completedOn, List<Item> items)
        implements Event {

    public static final Topic<RouteChanged> TOPIC = new Topic<>("iom.route.v1", RouteChanged.class);

    /// One step of the route.
    ///
    /// @param kind      `PROGRAMME`, `INTERNSHIP`, `EVENT`, `COMMUNITY`, `PRACTICE`, `PRODUCT`, `MENTORING`
    /// @param status    `PLANNED`, `DONE` or `CANCELLED`
    /// @param deficitId the deficit it works on
    /// @param eventId   the event that fulfils it, once named
    public record Item(UUID id, String section, String kind, String status, @Nullable UUID deficitId,
                       @Nullable String competence, @Nullable UUID eventId) {}
}
