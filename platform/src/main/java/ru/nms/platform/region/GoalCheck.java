package ru.nms.platform.region;

/// Goals lead to tracks and indicators, and tracks back to goals.
final class GoalCheck implements ProfileCheck {

    @Override
    public void check(Spot profile, Faults faults) {
        var indicators = IndicatorCheck.codes(profile);
        var tracks = profile.texts("tracks", "n");
        var goals = profile.texts("goals", "code");
        for (var goal : profile.items("goals")) {
            References.check(goal.at("track"), tracks, "one of the tracks", faults);
            References.check(goal.items("indicators"), indicators, "one of the indicators", faults);
            goal.at("indicatorsAdded").entries()
                    .forEach(year -> References.check(year.items(), indicators, "one of the indicators", faults));
        }
        for (var track : profile.items("tracks")) {
            References.check(track.items("goals"), goals, "one of the goals", faults);
        }
    }
}
