package ru.nms.diagnostics.rule;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.region.DeficitThresholds;
import ru.nms.platform.region.DiagnosticsRules.FunctionalLiteracy;
import ru.nms.platform.region.Origin;
import ru.nms.platform.region.Source;

/// From the share of points to the level of a deficit.
public record Scale(List<Step> steps) {

    /// Below so many percent, and not taken by a lower step, the deficit has this level.
    ///
    /// @param source the clause that gives the limit; absent for a product default
    public record Step(String level, BigDecimal below, Origin origin, @Nullable String source) {}

    /// What one share of points means.
    ///
    /// @param level absent when it is no deficit; then `step` is the one whose limit was reached
    public record Verdict(@Nullable String level, Step step) {

        public boolean weak() {
            return level != null;
        }
    }

    static Scale of(DeficitThresholds thresholds) {
        return new Scale(thresholds.bands().stream()
                .map(band -> new Step(band.level(), band.below(), thresholds.origin(), text(thresholds.source())))
                .toList());
    }

    /// Who has passed by the region's own mark has no deficit, whatever a product default says.
    Scale passedFrom(FunctionalLiteracy rule) {
        var mark = BigDecimal.valueOf(rule.passMarkPercent());
        return new Scale(steps.stream()
                .map(step -> step.below().compareTo(mark) <= 0 ? step
                        : new Step(step.level(), mark, Origin.REGION, text(rule.source())))
                .toList());
    }

    public Verdict judge(BigDecimal points, BigDecimal maximum) {
        return steps.stream()
                .filter(step -> Percent.below(step.below(), points, maximum))
                .findFirst()
                .map(step -> new Verdict(step.level(), step))
                .orElseGet(() -> new Verdict(null, steps.getLast()));
    }

    static @Nullable String text(@Nullable Source source) {
        return source == null ? null : source.toString();
    }
}
