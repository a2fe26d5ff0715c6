package ru.nms.diagnostics.comparison;

import java.math.BigDecimal;

/// Two diagnoses of one person by the same procedure, in one competence.
record Pair(String competence, BigDecimal pointsBefore, BigDecimal maximumBefore, BigDecimal pointsAfter, BigDecimal maximumAfter) {

    private static final double HUNDRED = 100;

    double before() {
        return HUNDRED * pointsBefore.doubleValue() / maximumBefore.doubleValue();
    }

    double after() {
        return HUNDRED * pointsAfter.doubleValue() / maximumAfter.doubleValue();
    }

    Interval interval(double tasksBefore, double tasksAfter) {
        return Interval.ofShares(before() / HUNDRED, tasksBefore, after() / HUNDRED, tasksAfter);
    }
}
