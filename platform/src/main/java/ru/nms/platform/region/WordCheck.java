package ru.nms.platform.region;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Codes of people, positions and competence areas are words that somebody has given a Russian name to; a misspelt
/// code has none.
final class WordCheck implements ProfileCheck {

    private static final String WHAT = "a known code: neither an organisation kind nor in labels";

    private final Set<String> words;

    WordCheck(Set<String> words) {
        this.words = words;
    }

    @Override
    public void check(Spot profile, Faults faults) {
        var known = new HashSet<>(words);
        known.addAll(KindCheck.declared(profile));
        profile.at("labels").entries().forEach(label -> known.add(label.key()));
        var people = profile.at("people");
        var diagnostics = profile.at("diagnostics");
        var iom = profile.at("iom");
        var lists = List.of(people.at("teacherExcludes").items("items"), people.at("managementPositions").items("items"),
                people.at("extraPersonKinds").items("items"), diagnostics.at("competenceAreas").items("items"),
                diagnostics.at("functionalLiteracy").items("participants"), iom.at("audience").items("items"),
                List.of(iom.at("approver").at("role")));
        lists.forEach(list -> check(list, known, faults));
        diagnostics.items("earlierCompetenceAreas").forEach(areas -> check(areas.items("items"), known, faults));
        iom.at("template").items("signatures").forEach(signature -> check(List.of(signature.at("role")), known, faults));
        profile.items("indicatorSets").forEach(set -> set.items("indicators")
                .forEach(indicator -> check(indicator.items("population"), known, faults)));
        profile.items("recommendations").forEach(each -> check(each.items("to"), known, faults));
        profile.items("finalRecommendations").forEach(each -> check(each.items("to"), known, faults));
    }

    /// Without the list of all words: it is long, and the nearest word is what helps.
    private static void check(List<Spot> codes, Set<String> known, Faults faults) {
        for (var code : codes) {
            if (code.present() && !known.contains(code.text())) {
                faults.add(code.path(), "\"%s\" is not %s.", code.text(), WHAT);
            }
        }
    }
}
