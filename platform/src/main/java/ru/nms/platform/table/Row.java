package ru.nms.platform.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/// One row of data. Cells are read by column code; what cannot be read is noted in [#faults()] and given as absent, so
/// that a caller reads the whole row first and then looks at everything that is wrong with it.
public final class Row {

    private final int number;
    private final List<String> cells;
    private final Header header;
    private final Columns columns;
    private final TableLimits limits;
    private final int dateShift;
    private final List<RowFault> faults = new ArrayList<>();
    private final Set<String> differences = new LinkedHashSet<>();

    Row(RawRow raw, Header header, Columns columns, TableLimits limits, int dateShift) {
        this.number = raw.number();
        this.cells = header.aligned(raw.cells());
        this.header = header;
        this.columns = columns;
        this.limits = limits;
        this.dateShift = dateShift;
        if (header.leavesOut(raw.cells())) {
            faults.add(RowFault.of(number, "", TableCode.ROW_EXTRA_CELLS));
        }
    }

    /// The row as a person sees it in a spreadsheet: from 1, header and empty rows counted.
    public int number() {
        return number;
    }

    public @Nullable String text(String code) {
        var column = columns.get(code);
        var at = header.positions().get(code);
        var text = at == null ? "" : Texts.clean(cells.get(at));
        if (text.isEmpty() && column.required()) {
            refuse(column, TableCode.CELL_REQUIRED);
        } else if (text.length() > limits.cell()) {
            refuse(column, TableCode.CELL_TOO_LONG, limits.cell());
        } else if (Values.isExcelError(text)) {
            refuse(column, TableCode.CELL_ERROR);
        } else if (!text.isEmpty()) {
            return text;
        }
        return null;
    }

    public @Nullable UUID id(String code) {
        var text = text(code);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            fault(code, "wrong-type");
            return null;
        }
    }

    public @Nullable LocalDate date(String code) {
        return value(code, text -> Values.date(text, dateShift), TableCode.CELL_DATE);
    }

    public @Nullable Long integer(String code) {
        return value(code, Values::integer, TableCode.CELL_INTEGER);
    }

    public @Nullable BigDecimal decimal(String code) {
        return value(code, Values::decimal, TableCode.CELL_DECIMAL);
    }

    public @Nullable Boolean bool(String code) {
        return value(code, Values::bool, TableCode.CELL_BOOL);
    }

    /// The parts of a cell, apart by `;`, or else by `,`, `|` or a line break; each once. Where commas stand in values, apart by `;`
    /// or a line break alone.
    public List<String> list(String code) {
        var text = text(code);
        return text == null ? List.of() : columns.get(code).whole() ? Values.sentences(text) : Values.list(text);
    }

    /// The code of a coded column, whichever of its titles stands in the cell.
    public @Nullable String code(String code) {
        var choices = columns.choices(code);
        return value(code, choices::find, TableCode.CELL_CODE, choices.shown());
    }

    /// The codes of a coded column with several values in a cell. One that is unknown is a fault of the whole cell.
    public List<String> codes(String code) {
        var choices = columns.choices(code);
        var found = value(code, choices::findAll, TableCode.CELL_CODE, choices.shown());
        return found == null ? List.of() : found;
    }

    public List<RowFault> faults() {
        return List.copyOf(faults);
    }

    /// Notes a fault that only the caller can see, under the title that the column has in this file.
    public void fault(String columnCode, String code, Object... args) {
        note(new RowFault(number, title(columns.get(columnCode)), code, List.of(args)));
    }

    /// Notes in which columns the row says something new of what was known. Names that are no columns are passed over.
    public void differs(Collection<String> codes) {
        columns.list().stream().filter(column -> codes.contains(column.code())).map(this::title).forEach(differences::add);
    }

    /// Titles of the columns that say something new, as this file has them.
    public List<String> differences() {
        return List.copyOf(differences);
    }

    /// The cells as they stand in the file, one for each of [TableReader#titles()]; those of secret columns are empty.
    public List<String> raw() {
        var shown = new ArrayList<>(cells);
        columns.list().stream().filter(Column::secret).map(column -> header.positions().get(column.code()))
                .filter(Objects::nonNull).forEach(at -> shown.set(at, ""));
        return List.copyOf(shown);
    }

    private <T> @Nullable T value(String code, Function<String, @Nullable T> reading, TableCode fault, Object... args) {
        var text = text(code);
        if (text == null) {
            return null;
        }
        var value = reading.apply(text);
        if (value == null) {
            refuse(columns.get(code), fault, args);
        }
        return value;
    }

    private void refuse(Column column, TableCode fault, Object... args) {
        note(RowFault.of(number, title(column), fault, args));
    }

    private void note(RowFault fault) {
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    private String title(Column column) {
        var at = header.positions().get(column.code());
        return at == null ? column.title() : header.titles().get(at);
    }
}
