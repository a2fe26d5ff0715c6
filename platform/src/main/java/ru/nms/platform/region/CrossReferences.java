package ru.nms.platform.region;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/// Everything a profile has to agree on with itself (PRF-27).
final class CrossReferences {

    private final List<ProfileCheck> checks;

    /// `words` are the codes that the product itself has a name for.
    CrossReferences(Set<String> words) {
        checks = List.of(new ClauseCheck(), new DayCheck(), new DuplicateCheck(), new DocumentCheck(), new LevelCheck(),
                new TerritoryCheck(), new KindCheck(words), new WordCheck(words), new IndicatorCheck(), new GoalCheck(),
                new BandCheck(), new ScoringCheck(), new RecommendationCheck(), new RoadmapCheck());
    }

    void check(JsonNode profile, Faults faults) {
        var root = new Spot(profile, "");
        checks.forEach(check -> check.check(root, faults));
    }
}
