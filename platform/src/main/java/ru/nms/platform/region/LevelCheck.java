package ru.nms.platform.region;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Levels are an unbroken chain, from outside the region down to the organisation, and something stands at each.
final class LevelCheck implements ProfileCheck {

    private static final String WHAT = "one of the levels";

    @Override
    public void check(Spot profile, Faults faults) {
        var levels = profile.texts("levels", "code");
        var territory = profile.at("territory");
        References.check(territory.at("municipalityLevel"), levels, WHAT, faults);
        territory.items("groupings").forEach(grouping -> References.check(grouping.at("level"), levels, WHAT, faults));
        References.check(profile.at("iom").at("review").items("levels"), levels, WHAT, faults);
        for (var kind : profile.items("organisationKinds")) {
            References.check(kind.at("level"), levels, WHAT, faults);
            References.check(kind.at("listedUnder"), levels, WHAT, faults);
            References.check(kind.items("alsoLevels"), levels, WHAT, faults);
        }
        order(profile.items("levels"), faults);
        gaps(profile, faults);
    }

    private static void order(List<Spot> levels, Faults faults) {
        var inside = false;
        for (var level : levels) {
            if (level.at("inRegion").node().asBoolean(false)) {
                inside = true;
            } else if (inside) {
                faults.add(level.path(), "Level %s is outside the region but stands below levels inside it; move it up.",
                        level.text("code"));
            }
        }
        if (!inside) {
            faults.add("/levels", "No level is in the region; mark at least one with inRegion: true.");
        }
    }

    private static void gaps(Spot profile, Faults faults) {
        var used = used(profile);
        for (var level : profile.items("levels")) {
            if (!used.contains(level.text("code"))) {
                faults.add(level.path(), "Nothing stands at level %s: give it an organisation kind or a grouping, or take it out.",
                        level.text("code"));
            }
        }
        var territory = profile.at("territory");
        if (!territory.items("municipalities").isEmpty() && !territory.at("municipalityLevel").present()) {
            faults.add("/territory/municipalityLevel", "Municipalities are listed, so name the level they stand at.");
        }
    }

    private static Set<String> used(Spot profile) {
        var used = new HashSet<>(profile.texts("organisationKinds", "level"));
        used.addAll(profile.at("territory").texts("groupings", "level"));
        used.add(profile.at("territory").text("municipalityLevel"));
        profile.items("organisationKinds").forEach(kind -> kind.items("alsoLevels").forEach(level -> used.add(level.text())));
        return used;
    }
}
