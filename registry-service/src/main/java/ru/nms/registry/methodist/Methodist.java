package ru.nms.registry.methodist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

/// A methodist: a role that a person holds for a time.
///
/// @param municipalityId whose service a municipal methodist works in
/// @param until          the first day on which the person is no longer a methodist
record Methodist(UUID id, long version, Instant createdAt, Instant changedAt, UUID personId, Kind kind,
                 @Nullable UUID municipalityId, @Nullable Engagement engagement, LocalDate since,
                 @Nullable LocalDate until) {

    /// `REGIONAL`: member of the regional methodists' body (РМА); `MUNICIPAL`: staff of a municipal service (ММС).
    enum Kind { REGIONAL, MUNICIPAL }

    enum Engagement { STAFF, CIVIL_CONTRACT, OTHER }

    /// What somebody says about a methodist.
    record Draft(@NotNull UUID personId, @NotNull Kind kind, @Nullable UUID municipalityId,
                 @Nullable Engagement engagement, @NotNull LocalDate since, @Nullable LocalDate until) {}

    static Methodist appoint(UUID id, Draft draft, Instant now) {
        return new Methodist(id, 1, now, now, draft.personId(), draft.kind(), draft.municipalityId(), draft.engagement(),
                draft.since(), draft.until());
    }

    /// Who and of what kind stays; itself when nothing is new.
    Methodist become(Draft draft, Instant now) {
        return draft.equals(draft()) ? this : new Methodist(id, version + 1, createdAt, now, personId, kind,
                municipalityId, draft.engagement(), draft.since(), draft.until());
    }

    Draft draft() {
        return new Draft(personId, kind, municipalityId, engagement, since, until);
    }

    boolean sameRole(Draft draft) {
        return personId.equals(draft.personId()) && kind == draft.kind()
                && Objects.equals(municipalityId, draft.municipalityId());
    }
}
