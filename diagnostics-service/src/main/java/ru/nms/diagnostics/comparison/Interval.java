package ru.nms.diagnostics.comparison;

import java.util.List;

/// A difference and its confidence interval of 95 %, in percentage points.
record Interval(double difference, double low, double high) {

    static final int LEVEL = 95;
    private static final double Z = 1.959963984540054;
    private static final double TAIL = 0.975;
    private static final double HUNDRED = 100;

    /// Two shares, each of so many trials. Newcombe's hybrid score interval (method 10 in R. G. Newcombe, Interval estimation for
    /// the difference between independent proportions, Statistics in Medicine 17, 1998, 873–890): it holds for few trials
    /// and for shares near 0 and 1, where the usual one does not.
    static Interval ofShares(double before, double trialsBefore, double after, double trialsAfter) {
        var wilsonBefore = wilson(before, trialsBefore);
        var wilsonAfter = wilson(after, trialsAfter);
        double difference = after - before;
        double low = difference - Math.hypot(after - wilsonAfter[0], wilsonBefore[1] - before);
        double high = difference + Math.hypot(wilsonAfter[1] - after, before - wilsonBefore[0]);
        return new Interval(difference * HUNDRED, low * HUNDRED, high * HUNDRED);
    }

    /// Wilson's score interval of one share.
    private static double[] wilson(double share, double size) {
        double square = Z * Z;
        double middle = 2 * size * share + square;
        double reach = Z * Math.sqrt(square + 4 * size * share * (1 - share));
        return new double[] {(middle - reach) / (2 * (size + square)), (middle + reach) / (2 * (size + square))};
    }

    /// The mean of the differences of pairs, mean ± t · s / √n with n − 1 degrees of freedom (Student, The probable error
    /// of a mean, Biometrika 6, 1908). Of at least two pairs.
    static Interval ofPairs(List<Double> differences) {
        int pairs = differences.size();
        double mean = differences.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = differences.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
        double reach = StudentT.quantile(TAIL, pairs - 1) * Math.sqrt(squares / (pairs - 1) / pairs);
        return new Interval(mean, mean - reach, mean + reach);
    }
}
