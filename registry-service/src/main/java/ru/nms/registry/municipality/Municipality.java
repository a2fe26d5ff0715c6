package ru.nms.registry.municipality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.list.Kind;
import ru.nms.platform.region.RegionProfile;

/// A municipality. The code ties it to the region profile, the id to everything else.
///
/// @param groupings unit by grouping: a municipality is in at most one unit of each
/// @param closedOn  the day from which the profile knows it no more
public record Municipality(UUID id, long version, Instant createdAt, Instant changedAt, String code, String name,
                           List<String> aliases, @Nullable String territoryType, Map<String, String> groupings,
                           Map<Integer, Integer> methodists, Map<Integer, Integer> teachersReported,
                           @Nullable LocalDate closedOn) {

    /// As the profile has it, before it is known here.
    static Municipality of(ru.nms.platform.region.Municipality source, RegionProfile profile, UUID id, Instant now) {
        return new Municipality(id, 1, now, now, source.code(), source.name(), source.aliases(), source.territoryType(),
                Groupings.of(source, profile.territory()), source.methodists(), source.teachersReported(), null);
    }

    /// What the profile says now, under the identity that was given once.
    Municipality become(Municipality fresh) {
        return new Municipality(id, version + 1, createdAt, fresh.changedAt, code, fresh.name, fresh.aliases,
                fresh.territoryType, fresh.groupings, fresh.methodists, fresh.teachersReported, fresh.closedOn);
    }

    Municipality close(LocalDate day, Instant now) {
        return new Municipality(id, version + 1, createdAt, now, code, name, aliases, territoryType, groupings, methodists,
                teachersReported, day);
    }

    boolean says(Municipality other) {
        return name.equals(other.name) && aliases.equals(other.aliases)
                && Objects.equals(territoryType, other.territoryType) && groupings.equals(other.groupings)
                && methodists.equals(other.methodists) && teachersReported.equals(other.teachersReported)
                && Objects.equals(closedOn, other.closedOn);
    }

    /// Every name it goes by, folded; the first is its own.
    public List<String> nameKeys() {
        return Stream.concat(Stream.of(name), aliases.stream()).map(Kind::fold).distinct().toList();
    }
}
