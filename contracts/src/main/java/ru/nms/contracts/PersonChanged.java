package ru.nms.contracts;

import java.math.BigDecimal;
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
/// @param graduatedOn when a pedagogical institution was left, with or without a post afterwards
/// @param mergedInto  the person under whom this one goes on, when both were the same; this one is no more
public record PersonChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                            List<Post> posts, @Nullable String category, @Nullable LocalDate youngFrom,
                            @Nullable LocalDate youngUntil, @Nullable LocalDate graduatedOn,
                            @Nullable UUID mergedInto) implements Event {

    public static final Topic<PersonChanged> TOPIC = new Topic<>("registry.person.v1", PersonChanged.class);

    /// Without what only some regions know of a person.
    public PersonChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt, List<Post> posts,
                         @Nullable String category, @Nullable LocalDate youngFrom, @Nullable LocalDate youngUntil) {
        this(eventId, subject, epoch, version, occurredAt, posts, category, youngFrom, youngUntil, null, null);
    }

    /// One employment.
    ///
    /// @param municipalityId of the organisation; absent for organisations of the region as a whole
    /// @param position       `TEACHER`, `HEAD`, `DEPUTY_HEAD`, `METHODIST` …
    /// @param teaching       whether the post counts among teachers under the region's rule
    /// @param until          first day on which the person no longer holds it
    /// @param management     whether it belongs to the management staff under the region's rule
    /// @param weeklyHours    the load, where it is known
    /// @param educationMatch whether the education fits the subjects; absent where it is unknown
    public record Post(UUID organisationId, @Nullable UUID municipalityId, String position, boolean teaching,
                       List<String> subjects, LocalDate since, @Nullable LocalDate until, @Nullable Boolean management,
                       @Nullable BigDecimal weeklyHours, @Nullable Boolean educationMatch) {

        /// Without management, load and match.
        public Post(UUID organisationId, @Nullable UUID municipalityId, String position, boolean teaching,
                    List<String> subjects, LocalDate since, @Nullable LocalDate until) {
            this(organisationId, municipalityId, position, teaching, subjects, since, until, null, null, null);
        }

        public boolean heldOn(LocalDate day) {
            return !since.isAfter(day) && (until == null || until.isAfter(day));
        }
    }
}
