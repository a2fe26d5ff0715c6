package ru.nms.diagnostics.comparison;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.instrument.Paper;

/// How many tasks measured an area before and after, as trials of equal weight.
record Trials(double before, double after) {

    static @Nullable Trials of(String area, Paper before, int variantBefore, Paper after, int variantAfter) {
        double earlier = effective(area, before.of(variantBefore));
        double later = effective(area, after.of(variantAfter));
        return earlier == 0 || later == 0 ? null : new Trials(earlier, later);
    }

    /// The number of tasks where each gives the same points; fewer where some decide more than others: (Σw)² / Σw², Kish's
    /// effective size of a sample (L. Kish, Survey Sampling, 1965).
    private static double effective(String area, List<Paper.Item> tasks) {
        var points = tasks.stream().filter(task -> area.equals(task.area())).map(Paper.Item::points).mapToDouble(BigDecimal::doubleValue).toArray();
        double sum = 0;
        double squares = 0;
        for (double one : points) {
            sum += one;
            squares += one * one;
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }
}
