package ru.nms.diagnostics.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Shares of points. They are compared exactly and rounded only where people read them.
public final class Percent {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {}

    /// Whether the share is below so many percent: 399 of 1000 is below 40, 400 of 1000 is not.
    static boolean below(BigDecimal limit, BigDecimal points, BigDecimal maximum) {
        return points.multiply(HUNDRED).compareTo(limit.multiply(maximum)) < 0;
    }

    /// One digit, half up, as percentages are shown everywhere.
    public static BigDecimal shown(BigDecimal points, BigDecimal maximum) {
        return points.multiply(HUNDRED).divide(maximum, 1, RoundingMode.HALF_UP);
    }
}
