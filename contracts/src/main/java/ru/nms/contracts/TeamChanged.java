package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// The management team of an organisation: head and deputies who learn and lead together.
///
/// @param members everybody who is or was in it
/// @param until   first day on which the team is no more
public record TeamChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt, UUID organisationId,
                          LocalDate since, @Nullable LocalDate until, List<Member> members) implements Event {

    public static final Topic<TeamChanged> TOPIC = new Topic<>("registry.team.v1", TeamChanged.class);

    /// @param until first day on which the person is no longer in it
    /// @param role  `HEAD` or `DEPUTY_HEAD`; absent where it was not said
    public record Member(UUID personId, LocalDate since, @Nullable LocalDate until, @Nullable String role) {}
}
