package ru.nms.platform.region;

/// Measures name complexes, and people answer for them who are listed.
final class RoadmapCheck implements ProfileCheck {

    @Override
    public void check(Spot profile, Faults faults) {
        var roadmap = profile.at("roadmap");
        var executors = roadmap.texts("executors", "code");
        for (var complex : roadmap.items("complexes")) {
            References.check(complex.at("direction"), profile.texts("directions", "n"), "one of the directions", faults);
        }
        for (var measure : roadmap.items("measures")) {
            References.check(measure.at("complex"), roadmap.texts("complexes", "n"), "one of the complexes", faults);
            References.check(measure.items("responsible"), executors, "one of the executors", faults);
            References.check(measure.items("executors"), executors, "one of the executors", faults);
        }
    }
}
