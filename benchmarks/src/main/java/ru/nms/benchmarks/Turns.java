package ru.nms.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Two sides in turn, so that both see the same weather.
record Turns(int rounds, Duration run) {

    private static final Duration SLICE = Duration.ofSeconds(3);
    private static final int MOST_SLICES = 20;
    private static final double GROWTH = 1.03;

    record Medians(double ours, double limit) {}

    /// Both sides answer with their rate over the time they are given.
    Medians play(ToDoubleFunction<Duration> ours, ToDoubleFunction<Duration> limit) {
        warmUp(ours);
        var unused = limit.applyAsDouble(Duration.ofSeconds(1));
        List<Double> one = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            one.add(ours.applyAsDouble(run));
            other.add(limit.applyAsDouble(run));
        }
        return new Medians(median(one), median(other));
    }

    /// Until three slices in a row were no quicker than the best before them: the JVM compiles for a long time.
    private static void warmUp(ToDoubleFunction<Duration> ours) {
        double best = 0;
        int idle = 0;
        for (int slice = 0; slice < MOST_SLICES && idle < 3; slice++) {
            double rate = ours.applyAsDouble(SLICE);
            System.out.printf(Locale.ROOT, slice == 0 ? "  warming up: %.0f" : " %.0f", rate);
            idle = rate > best * GROWTH ? 0 : idle + 1;
            best = Math.max(best, rate);
        }
        System.out.println();
    }

    static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// The smallest value that is not exceeded by this share of all.
    static double percentile(double[] values, double share) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
