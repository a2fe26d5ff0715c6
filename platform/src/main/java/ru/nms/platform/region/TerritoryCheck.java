package ru.nms.platform.region;

import java.util.HashSet;
import java.util.LinkedHashMap;

/// Municipalities, their groups and the figures about them agree.
final class TerritoryCheck implements ProfileCheck {

    @Override
    public void check(Spot profile, Faults faults) {
        var territory = profile.at("territory");
        var types = territory.texts("territoryTypes", "code");
        for (var municipality : territory.items("municipalities")) {
            References.check(municipality.at("territoryType"), types, "one of the territory types", faults);
        }
        membership(territory, faults);
        units(territory, faults);
        counts(territory, faults);
    }

    /// A municipality is in at most one unit of a grouping, and in none of some.
    private static void membership(Spot territory, Faults faults) {
        var grouping = new LinkedHashMap<String, String>();
        territory.items("groupings").forEach(each ->
                each.items("units").forEach(unit -> grouping.put(unit.text("code"), each.text("code"))));
        for (var municipality : territory.items("municipalities")) {
            var seen = new HashSet<String>();
            for (var unit : municipality.items("groupings")) {
                References.check(unit, grouping.keySet(), "a unit of any grouping", faults);
                if (grouping.containsKey(unit.text()) && !seen.add(grouping.get(unit.text()))) {
                    faults.add(unit.path(), "%s is already in another unit of %s; it can be in one only.",
                            municipality.text("name"), grouping.get(unit.text()));
                }
            }
        }
    }

    private static void units(Spot territory, Faults faults) {
        var codes = territory.texts("municipalities", "code");
        for (var grouping : territory.items("groupings")) {
            var units = grouping.items("units");
            differs(grouping.at("count"), units.size(), "units are listed", faults);
            for (var unit : units) {
                References.check(unit.at("centre"), codes, "the code of a municipality", faults);
                differs(unit.at("count"), members(territory, unit.text("code")), "municipalities name this unit", faults);
            }
        }
    }

    private static int members(Spot territory, String unit) {
        return (int) territory.items("municipalities").stream()
                .filter(municipality -> municipality.items("groupings").stream().anyMatch(each -> each.text().equals(unit)))
                .count();
    }

    private static void counts(Spot territory, Faults faults) {
        var count = territory.at("municipalityCount");
        var listed = territory.items("municipalities").size();
        if (territory.at("municipalitiesComplete").node().asBoolean(false)) {
            differs(count, listed, "municipalities are listed as the complete list", faults);
        } else if (count.node().isInt() && listed > count.node().intValue()) {
            faults.add(count.path(), "The count is %s but %d municipalities are listed.", count.text(), listed);
        }
    }

    private static void differs(Spot count, int real, String what, Faults faults) {
        if (count.node().isInt() && count.node().intValue() != real) {
            faults.add(count.path(), "The count is %s but %d %s.", count.text(), real, what);
        }
    }
}
