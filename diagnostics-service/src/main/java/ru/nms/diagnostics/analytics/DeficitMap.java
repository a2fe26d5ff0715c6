package ru.nms.diagnostics.analytics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.diagnostics.analytics.SmallCells.Row;

/// Deficits over the municipalities of the region, for everybody's eyes. Pure.
final class DeficitMap {

    enum State {
        TOLD,
        /// There are too few people in it, or it would give away those of another one.
        WITHHELD,
        /// No result was taken there.
        NO_DATA
    }

    /// @param measured absent unless it is told
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cell(String municipality, String title, String competence, String competenceTitle, State state, @Nullable Long measured,
                @Nullable Long weak, @Nullable BigDecimal percent) {}

    static final String REGION = "REGION";

    private DeficitMap() {}

    /// @param found what each municipality counts
    /// @param names of all municipalities
    static List<Cell> of(List<Difficulty> found, Map<String, String> names) {
        var areas = new TreeMap<String, Map<String, Row>>();
        var titles = new LinkedHashMap<String, String>();
        found.forEach(it -> {
            areas.computeIfAbsent(it.competence(), fresh -> new TreeMap<>()).put(it.key(), new Row(it.weak(), it.measured() - it.weak()));
            titles.put(it.competence(), it.competenceTitle());
        });
        var cells = new ArrayList<Cell>();
        areas.forEach((area, rows) -> {
            var told = SmallCells.told(rows);
            var total = SmallCells.total(rows);
            cells.add(cell(REGION, "Регион", area, titles, total, told.total()));
            var all = new TreeMap<>(names);
            rows.keySet().forEach(key -> all.putIfAbsent(key, key));
            all.forEach((key, title) -> cells.add(cell(key, title, area, titles, rows.getOrDefault(key, Row.NOBODY), told.rows().contains(key))));
        });
        return cells;
    }

    private static Cell cell(String key, String title, String area, Map<String, String> titles, Row row, boolean told) {
        var words = titles.getOrDefault(area, area);
        if (row.all() == 0) {
            return new Cell(key, title, area, words, State.NO_DATA, null, null, null);
        }
        return told ? new Cell(key, title, area, words, State.TOLD, row.all(), row.weak(), Difficulty.percent(row.weak(), row.all()))
                : new Cell(key, title, area, words, State.WITHHELD, null, null, null);
    }
}
