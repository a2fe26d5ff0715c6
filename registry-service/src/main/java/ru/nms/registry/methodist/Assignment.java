package ru.nms.registry.methodist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

/// A teacher accompanied by a methodist.
///
/// @param until the first day on which it no longer holds
record Assignment(UUID id, long version, Instant createdAt, Instant changedAt, UUID methodistId, UUID personId,
                  LocalDate since, @Nullable LocalDate until) {

    /// What somebody says about an assignment.
    record Draft(@NotNull UUID methodistId, @NotNull UUID personId, @NotNull LocalDate since, @Nullable LocalDate until) {}

    static Assignment make(UUID id, Draft draft, Instant now) {
        return new Assignment(id, 1, now, now, draft.methodistId(), draft.personId(), draft.since(), draft.until());
    }

    /// The same pair at other times; itself when nothing is new.
    Assignment become(Draft draft, Instant now) {
        return draft.equals(draft()) ? this
                : new Assignment(id, version + 1, createdAt, now, methodistId, personId, draft.since(), draft.until());
    }

    /// Ended with its methodist. One that was to begin later never holds.
    Assignment endedOn(LocalDate day, Instant now) {
        return new Assignment(id, version + 1, createdAt, now, methodistId, personId, since,
                since.isAfter(day) ? since : day);
    }

    /// Whether it would hold on days on which it does not: sooner, longer or again.
    boolean holdsMore(Draft draft) {
        return draft.since().isBefore(since) || until != null && (draft.until() == null || draft.until().isAfter(until));
    }

    /// What a row of a file says over what was known: an empty cell leaves it.
    Draft with(Draft row) {
        return new Draft(methodistId, personId, row.since(), row.until() == null ? until : row.until());
    }

    Draft draft() {
        return new Draft(methodistId, personId, since, until);
    }
}
