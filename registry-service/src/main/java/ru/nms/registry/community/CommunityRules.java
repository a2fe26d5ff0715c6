package ru.nms.registry.community;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.Level;
import ru.nms.platform.region.RegionProfile;

/// Which communities the region knows, and at which level.
final class CommunityRules {

    private final RegionProfile profile;

    CommunityRules(RegionProfile profile) {
        this.profile = profile;
    }

    Faults check(Community community) {
        var level = profile.level(community.level());
        boolean knownLevel = level.isPresent() && level.get().inRegion();
        boolean municipal = community.level().equals(profile.territory().municipalityLevel());
        return new Faults()
                .unless(knownLevel, Fault.at("/level", "no-such-level", levels()).under(profile.levelsClause()))
                .unless(!knownLevel || profile.kind(community.kind(), community.level()).isPresent(),
                        Fault.at("/kind", "no-such-kind", community.level(), kinds(community.level()))
                                .under(profile.levelsClause()))
                .unless(!municipal || community.municipalityId() != null, Fault.at("/municipalityId", "required"))
                .unless(community.scope() != Community.Scope.SUBJECT || !community.subjects().isEmpty(),
                        Fault.at("/subjects", "required"))
                .unless(community.since() == null || community.until() == null || community.until().isAfter(community.since()),
                        Fault.at("/until", "ends-before-start"));
    }

    private String levels() {
        return profile.levels().stream().filter(Level::inRegion).map(Level::code).collect(Collectors.joining(", "));
    }

    private String kinds(String level) {
        return profile.organisationKinds().stream().filter(kind -> kind.standsAt(level))
                .flatMap(kind -> kind.subkinds().isEmpty() ? Stream.of(kind.kind()) : kind.subkinds().stream())
                .distinct().collect(Collectors.joining(", "));
    }
}
