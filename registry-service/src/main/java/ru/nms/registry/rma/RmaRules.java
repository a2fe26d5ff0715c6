package ru.nms.registry.rma;

import java.util.List;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.CodedTitle;
import ru.nms.platform.region.MethodistRules;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Change;
import ru.nms.registry.keeping.Keeping;

/// What the region says about its methodists' body.
final class RmaRules {

    private final RegionProfile profile;
    private final MethodistRules rules;

    RmaRules(RegionProfile profile) {
        this.profile = profile;
        this.rules = profile.methodist();
    }

    /// An approved list is changed by another list, not by hand.
    static Faults list(Change<RmaList> change) {
        var before = change.before();
        return new Faults().unless(before == null || before.act() == null
                || before.methodistIds().equals(change.after().methodistIds()), Fault.at("/methodistIds", "fixed"));
    }

    Faults activity(RmaActivity activity) {
        return new Faults().addAll(direction(activity.direction(), "/direction"));
    }

    Faults roadmap(RmaRoadmap roadmap) {
        var faults = new Faults();
        for (int n = 0; n < roadmap.measures().size(); n++) {
            var measure = roadmap.measures().get(n);
            var at = "/measures/" + n;
            faults.addAll(direction(measure.direction(), at + "/direction"))
                    .unless(!measure.to().isBefore(measure.from()), Fault.at(at + "/to", "ends-before-start"));
        }
        return faults;
    }

    private List<Fault> direction(String code, String at) {
        var known = rules.activities().stream().map(CodedTitle::code).toList();
        return known.contains(code) ? List.of() : List.of(Fault.at(at, "not-one-of", String.join(", ", known))
                .under(profile.clause(rules.activities().stream().map(CodedTitle::source))));
    }

    /// Only where the region has them; the source that says so is the clause.
    Faults coordinator(RmaCoordinator it) {
        var wanted = rules.municipalCoordinator();
        return Keeping.times(it.since(), it.until())
                .unless(wanted != null && wanted.value(), Fault.at("/municipalityId", "not-in-region")
                        .under(profile.clause(wanted == null ? null : wanted.source())));
    }
}
