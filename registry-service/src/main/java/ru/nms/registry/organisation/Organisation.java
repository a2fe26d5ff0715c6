package ru.nms.registry.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.list.Kind;

/// An organisation or body of the system. What it is and where it stands is fixed for life: a school that moves to
/// another municipality is closed and another one opened, so that old reports keep their sums.
///
/// @param municipalityId absent for what belongs to the region as a whole
/// @param closedOn       the first day on which it no longer exists
public record Organisation(UUID id, long version, Instant createdAt, Instant changedAt, String kind, String level,
                           String name, List<String> aliases, @Nullable UUID municipalityId, @Nullable UUID parentId,
                           @Nullable LocalDate closedOn) {

    static Organisation open(UUID id, OrganisationDraft draft, Instant now) {
        return new Organisation(id, 1, now, now, draft.kind(), draft.level(), draft.name().strip(), draft.aliases(),
                draft.municipalityId(), draft.parentId(), draft.closedOn());
    }

    /// The same organisation as drafted now; itself when that says nothing new.
    Organisation become(OrganisationDraft draft, Instant now) {
        var next = new Organisation(id, version + 1, createdAt, now, kind, level, draft.name().strip(), draft.aliases(),
                municipalityId, draft.parentId(), draft.closedOn());
        return next.draft().equals(draft()) ? this : next;
    }

    OrganisationDraft draft() {
        return new OrganisationDraft(kind, level, name, aliases, municipalityId, parentId, closedOn);
    }

    /// Every name it goes by, folded; the first is its own.
    public List<String> nameKeys() {
        return Stream.concat(Stream.of(name), aliases.stream()).map(Kind::fold).distinct().toList();
    }
}
