package ru.nms.platform.region;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// One measured value of a set: what is counted, over what, and which target it has in which year.
/// A presence indicator has the target 1: the thing is there.
public record Indicator(String code, String canonical, String title, Unit unit, Direction direction, String numerator,
                        @Nullable String denominator, @Nullable String denominatorNote, List<String> population,
                        @Nullable String scope, @Nullable Comparator comparator, Map<Integer, BigDecimal> targets,
                        @Nullable String accumulation, @Nullable String responsible, @Nullable String parent,
                        @Nullable Integer section, @Nullable String topic, @Nullable String zeroMeans,
                        @Nullable Integer thresholdHours, @Nullable Integer thresholdPercent,
                        boolean thresholdConfigurable, List<String> parts, @Nullable String note,
                        @Nullable Source source) {

    public enum Unit { PERCENT, COUNT, RATIO, BOOLEAN, QUALITATIVE }

    public enum Direction { UP, DOWN, PRESENT, NONE }

    public enum Comparator { GE, LE }

    public Indicator {
        population = Copies.list(population);
        targets = Copies.sorted(targets);
        parts = Copies.list(parts);
    }

    /// Empty when the source names no target for the year: that is no failure.
    public Optional<BigDecimal> target(int year) {
        return Optional.ofNullable(targets.get(year));
    }

    /// Empty without a target. Where the source gives no comparator the direction decides.
    public Optional<Boolean> met(BigDecimal value, int year) {
        return target(year).map(target -> atMost() ? value.compareTo(target) <= 0 : value.compareTo(target) >= 0);
    }

    private boolean atMost() {
        return comparator == null ? direction == Direction.DOWN : comparator == Comparator.LE;
    }
}
