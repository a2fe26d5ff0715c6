package ru.nms.monitoring.indicator;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// A part of a whole, kept as the two whole numbers it was counted from. It has a value in percent only when there
/// are data, the whole is not empty and the part lies within it.
///
/// @param numerator   absent when there are no data
/// @param denominator absent when there are no data
record Share(@Nullable Long numerator, @Nullable Long denominator) {

    static final Share UNKNOWN = new Share(null, null);

    enum NoData { NOT_LEARNT, DENOMINATOR_ZERO }

    enum Error { SHARE_OVER_100 }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int EXACT_DIGITS = 20;   // far beyond what any two counts of people can tell apart

    Optional<NoData> noData() {
        if (numerator == null || denominator == null) {
            return Optional.of(NoData.NOT_LEARNT);
        }
        return denominator == 0 && numerator == 0 ? Optional.of(NoData.DENOMINATOR_ZERO) : Optional.empty();
    }

    Optional<Error> error() {
        return numerator != null && denominator != null && numerator > denominator
                ? Optional.of(Error.SHARE_OVER_100) : Optional.empty();
    }

    /// For comparing with a target.
    Optional<BigDecimal> exact() {
        return percent(EXACT_DIGITS);
    }

    /// For people: one digit, a half goes up; one division, so nothing is rounded twice.
    Optional<BigDecimal> shown() {
        return percent(1);
    }

    private Optional<BigDecimal> percent(int digits) {
        if (numerator == null || denominator == null || noData().isPresent() || error().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(numerator).multiply(HUNDRED)
                .divide(BigDecimal.valueOf(denominator), digits, HALF_UP));
    }
}
