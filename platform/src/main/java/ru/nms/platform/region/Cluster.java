package ru.nms.platform.region;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// A dimension by which municipalities are compared: an attribute of the registry, or a ratio with bands.
public record Cluster(int n, String code, String title, Basis basis, @Nullable String attribute, List<String> values,
                      @Nullable String formula, @Nullable String numerator, @Nullable String denominator,
                      @Nullable Integer teachersYear, @Nullable RoundingMode rounding, List<Band> bands,
                      @Nullable String belowFirst, @Nullable Source bandsSource, @Nullable Source source) {

    public enum Basis { REGISTRY, COMPUTED }

    /// From and to are both inside; the last band is open upwards.
    public record Band(int n, int from, @Nullable Integer to) {

        boolean holds(BigDecimal ratio) {
            return ratio.compareTo(BigDecimal.valueOf(from)) >= 0
                    && (to == null || ratio.compareTo(BigDecimal.valueOf(to)) <= 0);
        }
    }

    public Cluster {
        values = Copies.list(values);
        bands = Copies.list(bands);
    }

    /// The ratio is rounded to a whole number first, so that no value falls between two bands. Empty when it lies
    /// below the first band, and when there is no denominator and so no ratio.
    public Optional<Band> band(long numerator, long denominator) {
        return rounded(numerator, denominator)
                .flatMap(ratio -> bands.stream().filter(band -> band.holds(ratio)).findFirst());
    }

    /// One exact division, so nothing is rounded twice.
    public Optional<BigDecimal> rounded(long numerator, long denominator) {
        if (numerator < 0 || denominator < 0) {
            throw new IllegalArgumentException("People are counted from zero.");
        }
        if (denominator == 0 || rounding == null) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), 0, rounding));
    }
}
