package ru.nms.events.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Refusal;

/// An event and the rules of its life. Pure: no clock, no I/O.
///
/// @param reason why it was cancelled
record Event(UUID id, long version, Details details, Status status, @Nullable String reason, Instant createdAt,
             Instant changedAt) {

    enum Status { DRAFT, PUBLISHED, HELD, CANCELLED }

    enum Mode { ONSITE, ONLINE, MIXED }

    /// What its organiser says about it; already checked by [EventRules].
    ///
    /// @param registrationUntil nobody registers from this moment on
    /// @param groupingUnit      district of the region whose event it is
    /// @param groupingTask      task of that district
    record Details(EventKind kind, String level, String title, UUID organiserId, @Nullable UUID municipalityId,
                   Instant startsAt, Instant endsAt, Instant registrationUntil, Mode mode, int capacity,
                   List<String> competences, @Nullable String description, @Nullable String place,
                   @Nullable String audience, @Nullable String programme, List<String> materials,
                   @Nullable String groupingUnit, @Nullable String groupingTask) {

        public Details {
            competences = List.copyOf(competences);
            materials = List.copyOf(materials);
        }
    }

    sealed interface Command {
        record Change(Details details) implements Command {}

        record Publish() implements Command {}

        record Cancel(String reason) implements Command {}

        record Close() implements Command {}
    }

    static Event draft(UUID id, Details details, Instant now) {
        return new Event(id, 1, details, Status.DRAFT, null, now, now);
    }

    /// The state machine. Every status meets every command; the compiler notices a missing pair.
    Event on(Command command, Instant now) {
        return switch (status) {
            case DRAFT -> switch (command) {
                case Command.Change(var fresh) -> changed(fresh, now);
                case Command.Publish() -> next(Status.PUBLISHED, null, now);
                case Command.Cancel(_), Command.Close() -> throw refused();
            };
            case PUBLISHED -> switch (command) {
                case Command.Change(var fresh) -> changed(fresh, now);
                case Command.Cancel(var why) -> next(Status.CANCELLED, why, now);
                case Command.Close() -> closed(now);
                case Command.Publish() -> throw refused();
            };
            case HELD, CANCELLED -> throw refused();
        };
    }

    private Event changed(Details fresh, Instant now) {
        return fresh.equals(details) ? this : new Event(id, version + 1, fresh, status, reason, createdAt, now);
    }

    private Event closed(Instant now) {
        if (now.isBefore(details.startsAt())) {
            throw Refusal.conflict("event.not-started");
        }
        return next(Status.HELD, null, now);
    }

    private Event next(Status following, @Nullable String why, Instant now) {
        return new Event(id, version + 1, details, following, why, createdAt, now);
    }

    private Refusal refused() {
        return Refusal.conflict("event.wrong-status", status.name()).with("possible", possible());
    }

    private List<String> possible() {
        return switch (status) {
            case DRAFT -> List.of("change", "publication");
            case PUBLISHED -> List.of("change", "cancellation", "closing");
            case HELD, CANCELLED -> List.of();
        };
    }
}
