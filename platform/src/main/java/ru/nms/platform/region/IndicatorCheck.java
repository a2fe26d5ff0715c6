package ru.nms.platform.region;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Sets of indicators do not hold at once, parts have a whole, and years of targets leave no hole.
final class IndicatorCheck implements ProfileCheck {

    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");

    @Override
    public void check(Spot profile, Faults faults) {
        var sections = profile.at("scoring").texts("sections", "n");
        for (var set : profile.items("indicatorSets")) {
            var codes = set.texts("indicators", "code");
            for (var indicator : set.items("indicators")) {
                References.check(indicator.at("parent"), codes, "an indicator of the same set", faults);
                sections(indicator.at("section"), sections, faults);
                years(indicator, faults);
                denominator(indicator, faults);
            }
        }
        overlaps(profile.items("indicatorSets"), faults);
    }

    static Set<String> codes(Spot profile) {
        var codes = new LinkedHashSet<String>();
        profile.items("indicatorSets").forEach(set -> codes.addAll(set.texts("indicators", "code")));
        return codes;
    }

    private static void sections(Spot section, Set<String> sections, Faults faults) {
        if (!sections.isEmpty()) {
            References.check(section, sections, "a section of the scoring rubric", faults);
        }
    }

    private static void years(Spot indicator, Faults faults) {
        var years = indicator.at("targets").entries().stream().map(Spot::key)
                .filter(key -> YEAR.matcher(key).matches()).map(Integer::valueOf).sorted().toList();
        for (var index = 1; index < years.size(); index++) {
            for (var missing = years.get(index - 1) + 1; missing < years.get(index); missing++) {
                faults.add(indicator.path() + "/targets",
                        "Year %d is missing between %d and %d; write \"%d: null\" if the source gives no target for it.",
                        missing, years.getFirst(), years.getLast(), missing);
            }
        }
    }

    private static void denominator(Spot indicator, Faults faults) {
        var unit = indicator.text("unit");
        if ((unit.equals("PERCENT") || unit.equals("RATIO")) && !indicator.at("denominator").present()) {
            faults.add(indicator.path() + "/denominator", "A %s needs a denominator.", unit.equals("RATIO") ? "ratio" : "percentage");
        }
    }

    private static void overlaps(List<Spot> sets, Faults faults) {
        for (var later : sets) {
            for (var sooner : sets) {
                if (sooner.text("validFrom").compareTo(later.text("validFrom")) < 0 && end(sooner).compareTo(later.text("validFrom")) >= 0) {
                    faults.add(later.path() + "/validFrom", "Set %s begins on %s while %s still holds; a day has one set.",
                            later.text("code"), later.text("validFrom"), sooner.text("code"));
                }
            }
        }
    }

    private static String end(Spot set) {
        return set.at("validTo").present() ? set.text("validTo") : "9999-12-31";
    }
}
