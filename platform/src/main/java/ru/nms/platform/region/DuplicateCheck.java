package ru.nms.platform.region;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A code names one thing only.
final class DuplicateCheck implements ProfileCheck {

    /// Lists of the profile itself, by what names their items.
    private static final Map<String, List<String>> KEYS = Map.of(
            "code", List.of("documents", "levels", "activityDirections", "goals", "indicatorSets", "clusters",
                    "recommendationRules", "requiredActs", "registers", "informationSystems", "deadlines"),
            "n", List.of("directions", "tracks", "clusters"));

    @Override
    public void check(Spot profile, Faults faults) {
        KEYS.forEach((key, lists) -> lists.forEach(list -> unique(profile.items(list), faults, key)));
        unique(profile.items("organisationKinds"), faults, "kind", "level", "variant");
        var territory = profile.at("territory");
        unique(territory.items("groupings"), faults, "code");
        unique(territory.items("groupings").stream().flatMap(grouping -> grouping.items("units").stream()).toList(), faults, "code");
        territory.items("groupings").forEach(grouping -> unique(grouping.items("tasks"), faults, "code"));
        unique(territory.items("territoryTypes"), faults, "code");
        unique(territory.items("municipalities"), faults, "code");
        names(territory.items("municipalities"), faults);
        profile.items("indicatorSets").forEach(set -> unique(set.items("indicators"), faults, "code"));
        unique(profile.at("methodist").items("requirements"), faults, "code");
        unique(profile.at("people").items("supportForms"), faults, "code");
        unique(profile.at("scoring").items("sections"), faults, "n");
        unique(profile.at("roadmap").items("executors"), faults, "code");
        unique(profile.at("roadmap").items("complexes"), faults, "n");
        unique(profile.at("roadmap").items("measures"), faults, "id");
    }

    private static void unique(List<Spot> things, Faults faults, String... names) {
        var seen = new HashMap<String, String>();
        for (var thing : things) {
            var value = Arrays.stream(names).map(thing::text).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
            var before = seen.putIfAbsent(value, thing.path());
            if (before != null && !value.isEmpty()) {
                faults.add(thing.path(), "%s \"%s\" is already used at %s.", String.join(" + ", names), value, before);
            }
        }
    }

    /// Imports find a municipality by any of its names, so no name may belong to two.
    private static void names(List<Spot> municipalities, Faults faults) {
        var seen = new HashMap<String, String>();
        for (var municipality : municipalities) {
            Stream.concat(Stream.of(municipality.at("name")), municipality.items("aliases").stream())
                    .filter(Spot::present)
                    .forEach(name -> {
                        var before = seen.putIfAbsent(name.text().toLowerCase(Locale.ROOT), name.path());
                        if (before != null) {
                            faults.add(name.path(), "The name \"%s\" is already used at %s.", name.text(), before);
                        }
                    });
        }
    }
}
