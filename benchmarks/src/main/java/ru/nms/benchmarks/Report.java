package ru.nms.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// The table at the end.
final class Report {

    private record Row(String what, String ours, String limit, String ratio, String budget, String verdict) {}

    private final List<Row> rows = new ArrayList<>();
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /// Ours against a limit, where more is better.
    void ratio(String what, double ours, double limit, String unit, double least) {
        var ratio = ours / limit;
        add(new Row(what, number(ours) + unit, number(limit) + unit, "%.2f".formatted(ratio), "≥ %.2f".formatted(least),
                verdict(ratio >= least)));
    }

    /// Ours against a limit, where less is better.
    void atMost(String what, double ours, double limit, String unit, double most) {
        var ratio = ours / limit;
        add(new Row(what, number(ours) + unit, number(limit) + unit, "%.2f".formatted(ratio), "≤ %.2f".formatted(most),
                verdict(ratio <= most)));
    }

    /// A figure with a budget of its own, or without one.
    void figure(String what, double ours, String unit, @Nullable Double most) {
        add(new Row(what, number(ours) + unit, "–", "–", most == null ? "–" : "≤ " + number(most) + unit,
                most == null ? "" : verdict(ours <= most)));
    }

    private void add(Row row) {
        rows.add(row);
        out.printf("  %s: %s%s%n", row.what(), row.ours(), row.limit().equals("–") ? "" : " of " + row.limit() + ", " + row.ratio());
    }

    void print() {
        out.println("\n| what | ours | limit | ratio | budget | |\n| --- | ---: | ---: | ---: | ---: | --- |");
        rows.forEach(row -> out.printf("| %s | %s | %s | %s | %s | %s |%n", row.what(), row.ours(), row.limit(), row.ratio(),
                row.budget(), row.verdict()));
    }

    private static String verdict(boolean kept) {
        return kept ? "ok" : "over";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value).replace(',', ' ');
    }
}
