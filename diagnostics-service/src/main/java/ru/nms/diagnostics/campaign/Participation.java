package ru.nms.diagnostics.campaign;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Refusal;

/// One person in one campaign, and how far they have come.
record Participation(UUID id, long version, UUID campaignId, UUID personId, Status status, int reminders,
                     @Nullable Instant remindedAt) {

    enum Status {
        INVITED, REGISTERED, STARTED, FINISHED, ABSENT;

        /// The state machine. Every status meets every step; the compiler notices a missing pair.
        Status on(Step step) {
            return switch (this) {
                case INVITED -> switch (step) {
                    case REGISTER -> REGISTERED;
                    case REMIND -> this;
                    case START -> STARTED;
                    case MISS -> ABSENT;
                    case FINISH -> throw refused();
                };
                case REGISTERED -> switch (step) {
                    case REMIND -> this;
                    case START -> STARTED;
                    case MISS -> ABSENT;
                    case REGISTER, FINISH -> throw refused();
                };
                case STARTED -> switch (step) {
                    case REMIND, START -> this;
                    case FINISH -> FINISHED;
                    case REGISTER, MISS -> throw refused();
                };
                case FINISHED -> switch (step) {
                    case START -> STARTED;   // another attempt
                    case REGISTER, REMIND, FINISH, MISS -> throw refused();
                };
                case ABSENT -> throw refused();
            };
        }

        private Refusal refused() {
            return Refusal.conflict("participation.wrong-status", name())
                    .with("possible", Arrays.stream(Step.values()).filter(this::allows).map(Step::name).toList());
        }

        private boolean allows(Step step) {
            return from(step).anyMatch(this::equals);
        }

        /// Where a step is possible.
        static java.util.stream.Stream<Status> from(Step step) {
            return Arrays.stream(switch (step) {
                case REGISTER -> new Status[] {INVITED};
                case REMIND -> new Status[] {INVITED, REGISTERED, STARTED};
                case START -> new Status[] {INVITED, REGISTERED, STARTED, FINISHED};
                case FINISH -> new Status[] {STARTED};
                case MISS -> new Status[] {INVITED, REGISTERED};
            });
        }
    }

    enum Step { REGISTER, REMIND, START, FINISH, MISS }

    Participation on(Step step) {
        return at(status.on(step));
    }

    /// An attempt counts no more: as far as those that are left have come. Who is absent stays so without one.
    Participation back(Status left) {
        return status == Status.ABSENT && (left == Status.INVITED || left == Status.REGISTERED) ? this : at(left);
    }

    private Participation at(Status next) {
        return next == status ? this : new Participation(id, version + 1, campaignId, personId, next, reminders, remindedAt);
    }
}
