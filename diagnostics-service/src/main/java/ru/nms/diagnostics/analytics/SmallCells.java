package ru.nms.diagnostics.analytics;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which rows of a table of people may be told, so that no cell of one to four people shows, nor one in which all stand alike, neither by itself nor as
/// what the total leaves when told rows, and one more that somebody knows, are taken from it. Pure.
final class SmallCells {

    static final int LEAST = 5;

    /// People of a row, those with a deficit and those without.
    record Row(long weak, long strong) {

        static final Row NOBODY = new Row(0, 0);

        long all() {
            return weak + strong;
        }

        Row plus(Row other) {
            return new Row(weak + other.weak, strong + other.strong);
        }

        Row minus(Row other) {
            return new Row(weak - other.weak, strong - other.strong);
        }

        /// Of nobody, or of enough people with a deficit and enough without: where all stand alike, each one's standing is told.
        boolean safe() {
            return all() == 0 || weak >= LEAST && strong >= LEAST;
        }
    }

    /// @param rows  that are told
    /// @param total whether the sum of all is told
    record Told(Set<String> rows, boolean total) {}

    private SmallCells() {}

    /// Gives rows up, the smallest first, until nothing can be computed from what is told.
    static Told told(Map<String, Row> rows) {
        var told = new TreeMap<>(rows);
        told.values().removeIf(row -> !row.safe());
        while (!keeps(rows, told.keySet()) && !told.isEmpty()) {
            told.remove(told.entrySet().stream().min(Comparator.comparing((Map.Entry<String, Row> row) -> row.getValue().all())
                    .thenComparing(Map.Entry::getKey)).orElseThrow().getKey());
        }
        return new Told(told.keySet(), keeps(rows, told.keySet()));
    }

    static Row total(Map<String, Row> rows) {
        return rows.values().stream().reduce(Row.NOBODY, Row::plus);
    }

    /// Whether the total without the told rows gives nobody away, neither to everybody nor to those who know one of the
    /// hidden rows, because it is their own.
    private static boolean keeps(Map<String, Row> rows, Set<String> told) {
        var hidden = rows.entrySet().stream().filter(row -> !told.contains(row.getKey())).map(Map.Entry::getValue).toList();
        var rest = hidden.stream().reduce(Row.NOBODY, Row::plus);
        return rest.safe() && hidden.stream().allMatch(row -> rest.minus(row).safe());
    }
}
