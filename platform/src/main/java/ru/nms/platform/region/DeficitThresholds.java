package ru.nms.platform.region;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Turns a share of points into the level of a deficit.
public record DeficitThresholds(List<Band> bands, Origin origin, @Nullable Source source) {

    /// Results below so many percent are a deficit of this level, unless a lower band already took them.
    public record Band(String level, BigDecimal below) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public DeficitThresholds {
        bands = Copies.list(bands);
    }

    /// The heaviest first.
    public List<String> levels() {
        return bands.stream().map(Band::level).toList();
    }

    /// Exact, without rounding: 39.999 % is below 40. Empty when the result is no deficit.
    public Optional<Band> deficit(BigDecimal points, BigDecimal maximum) {
        if (maximum.signum() <= 0) {
            throw new IllegalArgumentException("The maximum must be above zero.");
        }
        var scaled = points.multiply(HUNDRED);
        return bands.stream().filter(band -> scaled.compareTo(band.below().multiply(maximum)) < 0).findFirst();
    }
}
