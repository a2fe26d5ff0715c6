package ru.nms.registry.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.list.Kind;

/// An organisation or body of the system. What it is and where it stands is fixed for life: a school that moves to
/// another municipality is closed and another one opened, so that old reports keep their sums.
///
/// @param municipalityId absent for what belongs to the region as a whole
/// @param closedOn       the first day on which it no longer exists
/// @param formerNames    oldest first
/// @param successors     who goes on with its work after a reorganisation
public record Organisation(UUID id, long version, Instant createdAt, Instant changedAt, String kind, String level,
                           String name, List<String> aliases, @Nullable UUID municipalityId, @Nullable UUID parentId,
                           @Nullable LocalDate openedOn, @Nullable LocalDate closedOn, List<FormerName> formerNames,
                           List<UUID> successors, Details details) {

    /// A name it had.
    ///
    /// @param until the first day on which it was called otherwise
    public record FormerName(String name, LocalDate until) {}

    /// One of which nothing more is known.
    public Organisation(UUID id, long version, Instant createdAt, Instant changedAt, String kind, String level, String name,
                        List<String> aliases, @Nullable UUID municipalityId, @Nullable UUID parentId, @Nullable LocalDate closedOn) {
        this(id, version, createdAt, changedAt, kind, level, name, aliases, municipalityId, parentId, null, closedOn, List.of(),
                List.of(), Details.NONE);
    }

    static Organisation open(UUID id, OrganisationDraft draft, Instant now) {
        return new Organisation(id, 1, now, now, draft.kind(), draft.level(), draft.name().strip(), draft.aliases(),
                draft.municipalityId(), draft.parentId(), draft.openedOn(), draft.closedOn(), List.of(), List.of(),
                Objects.requireNonNullElse(draft.details(), Details.NONE));
    }

    /// The same organisation as drafted now; itself when that says nothing new. What a draft does not mention stays.
    Organisation become(OrganisationDraft draft, LocalDate today, Instant now) {
        var fresh = draft.name().strip();
        var next = new Organisation(id, version + 1, createdAt, now, kind, level, fresh, draft.aliases(), municipalityId,
                draft.parentId(), draft.openedOn() == null ? openedOn : draft.openedOn(), draft.closedOn(),
                fresh.equals(name) ? formerNames : renamed(draft.renamedOn() == null ? today : draft.renamedOn()),
                successors, Objects.requireNonNullElse(draft.details(), details));
        return next.draft().equals(draft()) ? this : next;
    }

    private List<FormerName> renamed(LocalDate on) {
        return Stream.concat(formerNames.stream(), Stream.of(new FormerName(name, on))).toList();
    }

    /// Gives its work over to others; `closing` is null when it lives on beside them.
    Organisation giveWay(List<UUID> others, @Nullable LocalDate closing, Instant now) {
        return new Organisation(id, version + 1, createdAt, now, kind, level, name, aliases, municipalityId, parentId, openedOn,
                closing == null ? closedOn : closing, formerNames,
                Stream.concat(successors.stream(), others.stream()).distinct().toList(), details);
    }

    Organisation with(Details fresh, Instant now) {
        return new Organisation(id, version + 1, createdAt, now, kind, level, name, aliases, municipalityId, parentId, openedOn,
                closedOn, formerNames, successors, fresh);
    }

    OrganisationDraft draft() {
        return new OrganisationDraft(kind, level, name, aliases, municipalityId, parentId, closedOn, openedOn, null, details);
    }

    /// The name it had on a day.
    public String nameOn(LocalDate day) {
        return formerNames.stream().filter(former -> former.until().isAfter(day)).findFirst().map(FormerName::name).orElse(name);
    }

    public boolean existsOn(LocalDate day) {
        return (openedOn == null || !openedOn.isAfter(day)) && (closedOn == null || closedOn.isAfter(day));
    }

    /// Every name it goes by, folded; the first is its own.
    public List<String> nameKeys() {
        return Stream.concat(Stream.of(name), aliases.stream()).map(Kind::fold).distinct().toList();
    }

    /// What it is searched by: its names, and those it had.
    List<String> searchKeys() {
        return Stream.concat(nameKeys().stream(), formerNames.stream().map(FormerName::name).map(Kind::fold)).distinct().toList();
    }
}
