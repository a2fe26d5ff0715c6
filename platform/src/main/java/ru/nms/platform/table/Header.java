package ru.nms.platform.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where each column of the description stands in this file.
///
/// @param titles    the titles of the file, the column of errors left out
/// @param positions column code to index in the file
/// @param errorsAt  index of the column «Ошибки» that an earlier import added, or -1
record Header(List<String> titles, Map<String, Integer> positions, int errorsAt) {

    static Header of(RawRow row, Columns columns, TableLimits limits) {
        return new Reading(row, columns, limits).header();
    }

    /// A data row brought to the width of the header, without the column of errors.
    List<String> aligned(List<String> cells) {
        int width = titles.size() + (errorsAt < 0 ? 0 : 1);
        var aligned = new ArrayList<String>(titles.size());
        for (int i = 0; i < width; i++) {
            if (i != errorsAt) {
                aligned.add(i < cells.size() ? Formulas.restore(cells.get(i)) : "");
            }
        }
        return aligned;
    }

    /// Whether the row has something where the header names no column: most often a separator inside a cell without quotes.
    boolean leavesOut(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            int at = errorsAt >= 0 && i > errorsAt ? i - 1 : i;
            var named = i == errorsAt || (at < titles.size() && !titles.get(at).isEmpty());
            if (!named && !Texts.clean(cells.get(i)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /// Collects all that is wrong before it refuses.
    private static final class Reading {

        private final RawRow row;
        private final Columns columns;
        private final List<RowFault> faults = new ArrayList<>();
        private final List<String> titles = new ArrayList<>();
        private final Map<String, Integer> positions = new HashMap<>();
        private int errorsAt = -1;

        Reading(RawRow row, Columns columns, TableLimits limits) {
            this.row = row;
            this.columns = columns;
            var cells = row.cells().stream().map(cell -> Texts.clean(Formulas.restore(cell))).toList();
            int width = cells.size();
            while (width > 0 && cells.get(width - 1).isEmpty()) {
                width--;
            }
            if (width > limits.columns()) {
                throw TableProblem.of(TableCode.FILE_TOO_MANY_COLUMNS, limits.columns());
            }
            for (int i = 0; i < width; i++) {
                place(i, cells.get(i));
            }
        }

        Header header() {
            columns.list().stream()
                    .filter(column -> column.required() && !positions.containsKey(column.code()))
                    .forEach(column -> fault(column.title(), TableCode.HEADER_MISSING));
            if (!faults.isEmpty()) {
                throw TableProblem.header(row.number(), faults);
            }
            return new Header(List.copyOf(titles), Map.copyOf(positions), errorsAt);
        }

        private void place(int index, String title) {
            if (RefusedRows.isTitle(title) && errorsAt < 0) {
                errorsAt = index;
                return;
            }
            titles.add(title);
            if (title.isEmpty()) {
                return;
            }
            var column = columns.titled(title);
            if (column == null && !title.equals(Table.IDENTIFIER)) {   // an exported file comes back as it is
                fault(title, TableCode.HEADER_UNKNOWN);
            } else if (column != null && positions.putIfAbsent(column.code(), titles.size() - 1) != null) {
                fault(title, TableCode.HEADER_DUPLICATE);
            }
        }

        private void fault(String title, TableCode code) {
            faults.add(RowFault.of(row.number(), shortened(title), code, shortened(title)));
        }

        private static String shortened(String title) {
            return title.length() <= 100 ? title : title.substring(0, 100) + "…";
        }
    }
}
