package ru.nms.platform.region;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;

/// Bands touch without gap or overlap; thresholds rise.
final class BandCheck implements ProfileCheck {

    @Override
    public void check(Spot profile, Faults faults) {
        for (var cluster : profile.items("clusters")) {
            bands(cluster.items("bands"), faults);
            values(cluster, profile.at("territory"), faults);
        }
        thresholds(profile.at("diagnostics").at("thresholds").items("bands"), faults);
    }

    private static void bands(List<Spot> bands, Faults faults) {
        for (var index = 0; index < bands.size(); index++) {
            var to = bands.get(index).at("to");
            var last = index == bands.size() - 1;
            if (!last && !to.present()) {
                faults.add(to.path(), "Only the last band may be open upwards.");
            } else if (to.present() && number(to) < number(bands.get(index).at("from"))) {
                faults.add(to.path(), "The band ends at %s, before it begins at %s.", to.text(), bands.get(index).text("from"));
            } else if (!last) {
                touches(to, bands.get(index + 1).at("from"), faults);
            }
        }
    }

    private static void touches(Spot to, Spot from, Faults faults) {
        var expected = number(to) + 1;
        if (number(from) > expected) {
            faults.add(from.path(), "There is a gap: the band before ends at %s, so this one begins at %d, not at %s.",
                    to.text(), expected, from.text());
        } else if (number(from) < expected) {
            faults.add(from.path(), "Bands overlap: the band before ends at %s, so this one begins at %d, not at %s.",
                    to.text(), expected, from.text());
        }
    }

    private static void values(Spot cluster, Spot territory, Faults faults) {
        if (cluster.text("attribute").equals("territoryType")) {
            References.check(cluster.items("values"), territory.texts("territoryTypes", "code"), "one of the territory types", faults);
        } else if (cluster.text("attribute").equals("groupings")) {
            var units = new LinkedHashSet<String>();
            territory.items("groupings").forEach(grouping -> units.addAll(grouping.texts("units", "code")));
            References.check(cluster.items("values"), units, "a unit of any grouping", faults);
        }
    }

    private static void thresholds(List<Spot> bands, Faults faults) {
        var before = BigDecimal.ZERO;
        for (var band : bands) {
            var below = band.at("below");
            if (below.node().isNumber() && below.node().decimalValue().compareTo(before) <= 0) {
                faults.add(below.path(), "Thresholds rise: %s comes after %s.", below.text(), before.toPlainString());
            }
            before = below.node().isNumber() ? below.node().decimalValue() : before;
        }
    }

    private static int number(Spot spot) {
        return spot.node().isInt() ? spot.node().intValue() : 0;
    }
}
