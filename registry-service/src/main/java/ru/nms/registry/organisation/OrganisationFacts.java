package ru.nms.registry.organisation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What the rules must know of the registry to judge drafts.
///
/// @param municipalities the municipalities there are; none in a region that names none
/// @param parents        the organisations that drafts name as parents and the caller may see, and all above them
/// @param coordinators   who coordinates the region, did so or will
record OrganisationFacts(Set<UUID> municipalities, Map<UUID, Organisation> parents, List<Organisation> coordinators) {

    /// Whether `of` is `id` or stands below it.
    boolean below(@Nullable UUID of, UUID id) {
        var at = of;
        for (int steps = 0; at != null && steps <= parents.size(); steps++) {
            if (at.equals(id)) {
                return true;
            }
            var parent = parents.get(at);
            at = parent == null ? null : parent.parentId();
        }
        return false;
    }
}
