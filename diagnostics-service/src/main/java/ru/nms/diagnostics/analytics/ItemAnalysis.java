package ru.nms.diagnostics.analytics;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// The classical figures of a test, from sums over those who took it. Pure.
final class ItemAnalysis {

    /// Sums over the answers to one task.
    ///
    /// @param maximum   points for a full answer
    /// @param sum       of points
    /// @param squares   of points
    /// @param products  of points and the person's total
    record Sums(UUID task, double maximum, long people, double sum, double squares, double products) {}

    /// Sums over the totals of the people.
    record Totals(long people, double sum, double squares) {}

    /// @param difficulty     share of the points that were reached: the higher, the easier
    /// @param discrimination corrected point-biserial: the correlation of the task with all other tasks
    /// @param alphaWithout   Cronbach's alpha of the test without this task
    record Figures(UUID task, long people, double difficulty, @Nullable Double discrimination, @Nullable Double alphaWithout) {}

    /// @param alpha Cronbach's alpha; absent with less than two tasks or without any difference between people
    record Result(long people, @Nullable Double alpha, List<Figures> tasks) {}

    private final List<Sums> tasks;
    private final Totals totals;

    ItemAnalysis(List<Sums> tasks, Totals totals) {
        this.tasks = tasks;
        this.totals = totals;
    }

    Result compute() {
        double variances = tasks.stream().mapToDouble(ItemAnalysis::variance).sum();
        return new Result(totals.people(), alpha(tasks.size(), variances, total()), tasks.stream()
                .map(task -> new Figures(task.task(), task.people(), task.people() == 0 ? 0 : task.sum() / task.people() / task.maximum(),
                        discrimination(task), alpha(tasks.size() - 1, variances - variance(task), rest(task))))
                .toList());
    }

    private static @Nullable Double alpha(int count, double variances, double total) {
        return count < 2 || total <= 0 ? null : count / (count - 1.0) * (1 - variances / total);
    }

    private @Nullable Double discrimination(Sums task) {
        double own = variance(task);
        double others = rest(task);
        return own <= 0 || others <= 0 ? null : (covariance(task) - own) / Math.sqrt(own * others);
    }

    /// The variance of the totals without the task. What rounding leaves of none is none.
    private double rest(Sums task) {
        double rest = total() + variance(task) - 2 * covariance(task);
        return rest < 1e-9 * Math.max(1, total()) ? 0 : rest;
    }

    private double total() {
        return variance(totals.people(), totals.sum(), totals.squares());
    }

    /// Of a task with the total, which contains it.
    private double covariance(Sums task) {
        return task.people() == 0 ? 0 : task.products() / task.people() - task.sum() / task.people() * (totals.sum() / totals.people());
    }

    private static double variance(Sums task) {
        return variance(task.people(), task.sum(), task.squares());
    }

    private static double variance(long people, double sum, double squares) {
        if (people == 0) {
            return 0;
        }
        double spread = squares / people - sum / people * (sum / people);
        return spread < 1e-12 ? 0 : spread;
    }
}
