package ru.nms.platform.region;

import java.util.LinkedHashSet;
import java.util.Set;

/// Kinds that refer to kinds, and the one coordinator of a region (PRF-06).
final class KindCheck implements ProfileCheck {

    private final Set<String> words;

    KindCheck(Set<String> words) {
        this.words = words;
    }

    @Override
    public void check(Spot profile, Faults faults) {
        var declared = declared(profile);
        var what = "one of the organisation kinds";
        References.check(profile.at("diagnostics").at("providers").items("items"), declared, what, faults);
        for (var kind : profile.items("organisationKinds")) {
            References.check(kind.at("partOf"), declared, what, faults);
            named(kind, profile, faults);
        }
        coordinator(profile, faults);
    }

    static Set<String> declared(Spot profile) {
        var declared = new LinkedHashSet<>(profile.texts("organisationKinds", "kind"));
        profile.items("organisationKinds").forEach(kind -> kind.items("subkinds").forEach(sub -> declared.add(sub.text())));
        return declared;
    }

    private void named(Spot kind, Spot profile, Faults faults) {
        var code = kind.text("kind");
        if (!kind.at("title").present() && !words.contains(code) && !profile.at("labels").at(code).present()) {
            faults.add(kind.path(), "Kind %s is new, so it needs a Russian name: a title here or an entry in labels.", code);
        }
    }

    private static void coordinator(Spot profile, Faults faults) {
        var coordinators = profile.items("organisationKinds").stream()
                .filter(kind -> kind.text("roleInSystem").equals(OrganisationKind.COORDINATOR)).toList();
        if (coordinators.isEmpty()) {
            faults.add("/organisationKinds", "No kind has roleInSystem: COORDINATOR; exactly one has to.");
        }
        coordinators.stream().skip(1).forEach(second -> faults.add(second.path() + "/roleInSystem",
                "%s is a second coordinator beside %s; exactly one kind has this role.",
                second.text("kind"), coordinators.getFirst().text("kind")));
    }
}
