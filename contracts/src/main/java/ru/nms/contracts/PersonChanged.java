package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A person without direct identifiers: no name, no birth date.
///
/// @param category   qualification category: `NONE`, `FIRST`, `HIGHEST` …
/// @param youngFrom  first day on which the person counts as a young teacher under the region's rule
/// @param youngUntil first day on which the person no longer does
public record PersonChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                            List<Post> posts, @Nullable String category, @Nullable LocalDate youngFrom,
                            @Nullable LocalDate youngUntil) implements Event {

    public static final Topic<PersonChanged> TOPIC = new Topic<>("registry.person.v1", PersonChanged.class);

    /// One employment.
    ///
    /// @param municipalityId of the organisation; absent for organisations of the region as a whole
    /// @param position       `TEACHER`, `HEAD`, `DEPUTY_HEAD`, `METHODIST` …
    /// @param teaching       whether the post counts among teachers under the region's rule
    /// @param until          first day on which the person no longer holds it
    public record Post(UUID organisationId, @Nullable UUID municipalityId, String position, boolean teaching,
                       List<String> subjects, LocalDate since, @Nullable LocalDate until) {

        public boolean heldOn(LocalDate day) {
            return !since.isAfter(day) && (until == null || until.isAfter(day));
        }
    }
}
