package ru.nms.platform.region;

/// Rules and recommendations speak of sections, indicators and municipalities that exist; alternatives of a methodist
/// requirement belong to a group that exists.
final class RecommendationCheck implements ProfileCheck {

    @Override
    public void check(Spot profile, Faults faults) {
        var sections = profile.at("scoring").texts("sections", "n");
        var municipalities = profile.at("territory").texts("municipalities", "code");
        var indicators = IndicatorCheck.codes(profile);
        for (var rule : profile.items("recommendationRules")) {
            References.check(rule.at("section"), sections, "a section of the scoring rubric", faults);
            References.check(rule.at("indicator"), indicators, "one of the indicators", faults);
            References.check(rule.at("municipality"), municipalities, "the code of a municipality", faults);
        }
        for (var recommendation : profile.items("recommendations")) {
            References.check(recommendation.at("section"), sections, "a section of the scoring rubric", faults);
            References.check(recommendation.at("track"), profile.texts("tracks", "n"), "one of the tracks", faults);
        }
        var methodist = profile.at("methodist");
        methodist.items("requirements").forEach(requirement -> References.check(requirement.at("group"),
                methodist.texts("groups", "code"), "one of the requirement groups", faults));
    }
}
