package ru.nms.events.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import ru.nms.platform.problem.Refusal;

/// An event as far as registering goes.
///
/// @param status            of the event: `DRAFT`, `PUBLISHED`, `HELD` or `CANCELLED`
/// @param registrationUntil nobody registers from this moment on
public record Occasion(UUID id, String kind, List<String> competences, Instant startsAt, Instant endsAt,
                       Instant registrationUntil, int capacity, String status) {

    public Occasion {
        competences = List.copyOf(competences);
    }

    void requireOpen(Instant now) {
        requirePublished();
        if (!now.isBefore(registrationUntil) || !now.isBefore(startsAt)) {
            throw Refusal.conflict("registration.closed").with("possible", List.of());
        }
    }

    /// Seats change hands until it starts.
    void requireAhead(Instant now) {
        requirePublished();
        if (!now.isBefore(startsAt)) {
            throw Refusal.conflict("registration.event-started").with("possible", List.of());
        }
    }

    /// Attendance is what was seen, so there must have been something to see.
    void requireStarted(Instant now) {
        if (now.isBefore(startsAt)) {
            throw Refusal.conflict("registration.event-not-started").with("possible", List.of("cancellation"));
        }
    }

    boolean isPublished() {
        return status.equals("PUBLISHED");
    }

    boolean isCancelled() {
        return status.equals("CANCELLED");
    }

    /// Whether participations say something else than before.
    boolean readsLike(Occasion other) {
        return kind.equals(other.kind) && competences.equals(other.competences) && endsAt.equals(other.endsAt);
    }

    private void requirePublished() {
        if (!isPublished()) {
            throw Refusal.conflict("registration.event-not-published", status).with("possible", List.of());
        }
    }
}
