package ru.nms.diagnostics.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.analytics.SmallCells.Row;

/// Everything that could be computed from what is told, over thousands of tables.
class SmallCellsTest {

    private static final List<Row> ROWS = List.of(new Row(0, 0), new Row(1, 9), new Row(4, 6), new Row(5, 5), new Row(0, 7), new Row(7, 0),
            new Row(6, 12), new Row(12, 3), new Row(2, 0), new Row(30, 40));

    @Test
    void givesNoSmallCellAwayByAnyDifference() {
        int seen = 0;
        int withTold = 0;
        for (var table : tables(4)) {
            var told = SmallCells.told(table);
            var known = new TreeMap<>(table);
            known.keySet().retainAll(told.rows());
            known.values().forEach(row -> assertThat(row.safe()).as("told %s of %s", row, table).isTrue());
            if (told.total()) {
                subsets(List.copyOf(known.values())).forEach(taken -> {
                    var rest = SmallCells.total(table).minus(taken);
                    assertThat(rest.safe()).as("%s taken from the total of %s", taken, table).isTrue();
                    table.forEach((key, own) -> {
                        if (!told.rows().contains(key)) {
                            assertThat(rest.minus(own).safe()).as("%s and the own row %s taken from %s", taken, key, table).isTrue();
                        }
                    });
                });
            }
            seen++;
            withTold += told.rows().isEmpty() ? 0 : 1;
        }
        assertThat(seen).isEqualTo(10_000);
        assertThat(withTold).isGreaterThan(1_000);
    }

    @Test
    void tellsEverythingWhereNothingIsSmall() {
        var told = SmallCells.told(Map.of("a", new Row(5, 5), "b", new Row(6, 9), "c", new Row(8, 5)));

        assertThat(told.rows()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(told.total()).isTrue();
    }

    /// One small row alone would be the total less the others: others are given up until it is covered from all sides.
    @Test
    void givesUpTheSmallestOthersForOneSmallRow() {
        var told = SmallCells.told(Map.of("small", new Row(2, 8), "next", new Row(6, 6), "large", new Row(20, 20), "huge", new Row(50, 60)));

        assertThat(told.rows()).containsExactly("huge");
        assertThat(told.total()).isTrue();
    }

    @Test
    void tellsNoRowOfPeopleWhoAllStandAlike() {
        assertThat(SmallCells.told(Map.of("a", new Row(7, 0))).rows()).isEmpty();
        assertThat(SmallCells.told(Map.of("a", new Row(7, 0))).total()).isFalse();
        assertThat(SmallCells.told(Map.of("a", new Row(0, 0), "b", new Row(5, 5))).rows()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void tellsNoTotalThatIsSmallItself() {
        assertThat(SmallCells.told(Map.of("a", new Row(1, 2), "b", new Row(1, 0))).total()).isFalse();
        assertThat(SmallCells.told(Map.of()).total()).isTrue();
    }

    private static List<Map<String, Row>> tables(int size) {
        List<Map<String, Row>> all = List.of(Map.of());
        for (int n = 0; n < size; n++) {
            var name = "m" + n;
            all = all.stream().flatMap(table -> ROWS.stream().map(row -> {
                Map<String, Row> more = new TreeMap<>(table);
                more.put(name, row);
                return more;
            })).toList();
        }
        return all;
    }

    private static List<Row> subsets(List<Row> rows) {
        var sums = new ArrayList<Row>();
        IntStream.range(0, 1 << rows.size()).forEach(bits -> sums.add(IntStream.range(0, rows.size())
                .filter(n -> (bits >> n & 1) == 1).mapToObj(rows::get).reduce(Row.NOBODY, Row::plus)));
        return sums;
    }
}
