package ru.nms.events.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Refusal;

/// One person at one event, and the rules of that. Pure.
///
/// @param attendance taken by the organiser, and corrected where it was taken wrongly
record Registration(UUID id, long version, UUID eventId, UUID personId, Status status,
                    @Nullable Attendance attendance, Instant createdAt, Instant changedAt) {

    enum Status { CONFIRMED, WAITLISTED, CANCELLED }

    enum Attendance { PRESENT, ABSENT }

    sealed interface Command {
        /// A seat became free.
        record Confirm() implements Command {}

        record Cancel() implements Command {}

        record Attend(Attendance attendance) implements Command {}

        /// The event changed what participations tell of it.
        record Retell() implements Command {}
    }

    static Registration of(UUID id, UUID eventId, UUID personId, boolean seat, Instant now) {
        return new Registration(id, 1, eventId, personId, seat ? Status.CONFIRMED : Status.WAITLISTED, null, now, now);
    }

    /// The state machine. Every status meets every command; the compiler notices a missing pair.
    Registration on(Command command, Instant now) {
        return switch (status) {
            case CONFIRMED -> switch (command) {
                case Command.Attend(var seen) -> seen == attendance ? this : next(status, seen, now);
                case Command.Cancel() -> attendance == null ? next(Status.CANCELLED, null, now) : refuse();
                case Command.Retell() -> next(status, attendance, now);
                case Command.Confirm() -> refuse();
            };
            case WAITLISTED -> switch (command) {
                case Command.Confirm() -> next(Status.CONFIRMED, null, now);
                case Command.Cancel() -> next(Status.CANCELLED, null, now);
                case Command.Retell() -> next(status, null, now);
                case Command.Attend(_) -> refuse();
            };
            case CANCELLED -> switch (command) {
                case Command.Confirm(), Command.Cancel(), Command.Attend(_), Command.Retell() -> refuse();
            };
        };
    }

    private Registration next(Status following, @Nullable Attendance seen, Instant now) {
        return new Registration(id, version + 1, eventId, personId, following, seen, createdAt, now);
    }

    private Registration refuse() {
        throw Refusal.conflict("registration.wrong-status", status.name()).with("possible", possible());
    }

    private List<String> possible() {
        return switch (status) {
            case CONFIRMED -> attendance == null ? List.of("attendance", "cancellation") : List.of("attendance");
            case WAITLISTED -> List.of("cancellation");
            case CANCELLED -> List.of();
        };
    }
}
