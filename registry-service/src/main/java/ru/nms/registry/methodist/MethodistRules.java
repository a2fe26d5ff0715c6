package ru.nms.registry.methodist;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.MethodistRules.TeachersLimit;
import ru.nms.platform.region.RegionProfile;

/// Which methodists the region knows, and how many teachers one of them may accompany.
final class MethodistRules {

    private final RegionProfile profile;

    MethodistRules(RegionProfile profile) {
        this.profile = profile;
    }

    /// Everything that is wrong with a methodist.
    ///
    /// @param municipalities the municipalities there are; none in a region that names none
    Faults check(Methodist.Draft draft, boolean personKnown, Set<UUID> municipalities) {
        boolean municipal = draft.kind() == Methodist.Kind.MUNICIPAL;
        boolean levelThere = profile.territory().municipalityLevel() != null;
        boolean named = draft.municipalityId() != null;
        return new Faults()
                .unless(personKnown, Fault.at("/personId", "unknown-person"))
                .unless(!municipal || levelThere, Fault.at("/kind", "no-municipal-level").under(profile.levelsClause()))
                .unless(!municipal || !levelThere || named || municipalities.isEmpty(), Fault.at("/municipalityId", "required"))
                .unless(municipal || !named, Fault.at("/municipalityId", "not-allowed"))
                .unless(!municipal || !named || municipalities.contains(draft.municipalityId()),
                        Fault.at("/municipalityId", "unknown-municipality").under(profile.clause(profile.territory().source())))
                .unless(draft.until() == null || draft.until().isAfter(draft.since()), Fault.at("/until", "ends-before-start"));
    }

    /// One teacher too many for a methodist.
    record Overload(String code, int limit, String clause) {

        Refusal refusal() {
            return Refusal.conflict(code, limit).with("limit", limit).with("clause", clause);
        }
    }

    /// Whether one teacher more would be too many.
    ///
    /// @param accompanied how many the methodist accompanies without the new one
    Optional<Overload> overload(Methodist methodist, long accompanied) {
        var limit = limit(methodist);
        return limit == null || accompanied < limit.value() ? Optional.empty()
                : Optional.of(new Overload("methodist-full", limit.value(), profile.clause(limit.source())));
    }

    private @Nullable TeachersLimit limit(Methodist methodist) {
        return methodist.kind() == Methodist.Kind.REGIONAL ? profile.methodist().maxTeachersPerRegionalMethodist() : null;
    }
}
