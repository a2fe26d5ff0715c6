package ru.nms.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// XLSX, written out every few hundred rows. Texts stand inside their cells, as a table of shared texts would have to be
/// kept until the end. What does not fit on a sheet goes on the next one.
final class XlsxTableWriter implements TableWriter {

    static final String DEFAULT_NAME = "Данные";
    private static final int FLUSH_EVERY = 500;
    private static final int LONGEST_CELL = 32_767;
    /// A cell holds a double: more digits than this would be changed.
    private static final int EXACT_DIGITS = 15;

    private final Workbook workbook;
    private final int rowsPerSheet;
    private String name;
    private List<String> titles;
    private Worksheet sheet;
    private int sheets;
    private int next;

    XlsxTableWriter(OutputStream out, List<String> titles) {
        this(out, DEFAULT_NAME, titles, Worksheet.MAX_ROWS);
    }

    XlsxTableWriter(OutputStream out, String name, List<String> titles) {
        this(out, name, titles, Worksheet.MAX_ROWS);
    }

    XlsxTableWriter(OutputStream out, String name, List<String> titles, int rowsPerSheet) {
        this.workbook = new Workbook(out, "NMS", "1.0");
        this.name = name;
        this.titles = titles;
        this.rowsPerSheet = rowsPerSheet;
        this.sheet = begin();
    }

    @Override
    public void table(String title, List<String> titles) {
        unchecked(sheet::finish);
        this.name = title;
        this.titles = titles;
        this.sheets = 0;
        this.sheet = begin();
    }

    @Override
    public void row(List<?> cells) {
        if (next == rowsPerSheet) {
            unchecked(sheet::finish);
            sheet = begin();
        }
        for (int column = 0; column < cells.size(); column++) {
            put(column, cells.get(column));
        }
        next++;
        if (next % FLUSH_EVERY == 0) {
            unchecked(sheet::flush);
        }
    }

    @Override
    public void close() {
        unchecked(workbook::finish);
    }

    static void header(Worksheet sheet, List<String> titles) {
        for (int column = 0; column < titles.size(); column++) {
            var title = Formulas.neutralise(titles.get(column));
            sheet.inlineString(0, column, XlsxText.escape(title));
            sheet.style(0, column).bold().fillColor("E7EEF7").wrapText(true).set();
            sheet.width(column, Math.clamp(title.length() + 4L, 14, 50));
        }
        sheet.freezePane(0, 1);
    }

    private Worksheet begin() {
        sheets++;
        var fresh = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        header(fresh, titles);
        next = 1;
        return fresh;
    }

    private void put(int column, @Nullable Object value) {
        if (value instanceof LocalDate date && inCalendar(date)) {
            sheet.value(next, column, date);
            sheet.style(next, column).format("dd.mm.yyyy").set();
        } else if (value instanceof LocalDateTime moment && inCalendar(moment.toLocalDate())) {
            sheet.value(next, column, moment);
            sheet.style(next, column).format("dd.mm.yyyy hh:mm").set();
        } else if (value instanceof Number number && exact(number)) {
            sheet.value(next, column, number);
        } else {
            text(column, Cells.written(value));
        }
    }

    /// The calendar of a workbook begins on 01.01.1900 and is wrong before 01.03.1900.
    private static boolean inCalendar(LocalDate date) {
        return !date.isBefore(LocalDate.of(1900, 3, 1)) && date.getYear() <= 9999;
    }

    private void text(int column, String text) {
        if (!text.isEmpty()) {
            var fitting = text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1) + "…";
            sheet.inlineString(next, column, XlsxText.escape(fitting));
        }
    }

    private static void unchecked(Output output) {
        try {
            output.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Output {
        void run() throws IOException;
    }

    private static boolean exact(Number number) {
        return Cells.isFinite(number) && (number instanceof Double
                || new BigDecimal(number.toString()).stripTrailingZeros().precision() <= EXACT_DIGITS);
    }
}
