package ru.nms.registry.act;

import java.util.ArrayList;
import java.util.List;

import ru.nms.platform.region.CodedTitle;
import ru.nms.platform.region.RegionProfile;

/// What the presence of acts is checked for: the acts that the region requires, and those that indicators ask for
/// everywhere.
final class ActPurposes {

    private static final List<String> EVERYWHERE =
            List.of("IMPLEMENTATION", "MONITORING_SCHEDULE", "ROADMAP", "NETWORK_INTERACTION", "SITES");

    private ActPurposes() {}

    static List<String> of(RegionProfile profile) {
        var all = new ArrayList<>(profile.requiredActs().stream().map(CodedTitle::code).toList());
        all.addAll(EVERYWHERE);
        return all;
    }
}
