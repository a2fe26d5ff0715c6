package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A site: an organisation with the status of hosting internships, or of running an innovation project.
///
/// @param kind     `INTERNSHIP` or `INNOVATION`
/// @param capacity places at the same time
/// @param since    first day of the status
/// @param until    first day without it
public record SiteChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt, String kind,
                          UUID organisationId, String title, List<String> subjects, List<String> competences,
                          @Nullable Integer capacity, LocalDate since, @Nullable LocalDate until) implements Event {

    public static final Topic<SiteChanged> TOPIC = new Topic<>("registry.site.v1", SiteChanged.class);
}
