package ru.nms.platform.region;

import org.jspecify.annotations.Nullable;

/// A recommendation that follows from figures. Without `when` the source lists cases but states no rule.
public record RecommendationRule(String code, @Nullable Integer section, @Nullable String indicator,
                                 @Nullable String municipality, @Nullable Condition when, String text,
                                 @Nullable Source source) {

    /// SCORE_FELL is above zero but lower than a year before.
    public enum Condition { SCORE_ZERO, SCORE_FELL }
}
