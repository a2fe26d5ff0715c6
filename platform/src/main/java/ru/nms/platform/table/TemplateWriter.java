package ru.nms.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Makes the empty table that a person fills in: the titles, drop-down lists and date formats, and a second sheet
/// «Инструкция» that explains every column. A CSV template has the titles alone.
public final class TemplateWriter {

    private static final int LAST_ROW = Worksheet.MAX_ROWS - 1;
    private static final int RULES = 3;

    private TemplateWriter() {}

    public static void write(OutputStream out, TableFormat format, Columns columns) {
        if (format == TableFormat.CSV) {
            TableWriter.open(out, format, columns.titles()).close();
            return;
        }
        try {
            var workbook = new Workbook(out, "NMS", "1.0");
            var data = workbook.newWorksheet("Данные");
            explain(workbook.newWorksheet(Messages.text("template-sheet")), columns.list());
            XlsxTableWriter.header(data, columns.titles());
            format(data, columns.list());
            offer(data, workbook.newWorksheet(Messages.text("template-lists")), columns.list());
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Text columns are marked as text, or a program would eat the zero of `007`.
    private static void format(Worksheet data, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            switch (columns.get(i).kind()) {
                case DATE -> data.style(i).format("dd.mm.yyyy").set();
                case TEXT, CODE -> data.style(i).format("@").set();
                case INTEGER, DECIMAL, BOOL -> { }
            }
        }
    }

    /// The values of each coded column stand in a hidden sheet. A cell with several values can have no list.
    private static void offer(Worksheet data, Worksheet lists, List<Column> columns) {
        lists.setVisibilityState(VisibilityState.HIDDEN);
        lists.value(0, 0, Messages.text("template-values"));
        for (int i = 0; i < columns.size(); i++) {
            var values = values(columns.get(i));
            for (int row = 0; row < values.size(); row++) {
                lists.value(row, i, values.get(row));
            }
            if (!values.isEmpty() && !columns.get(i).many()) {
                offer(data.range(1, i, LAST_ROW, i), lists.range(0, i, values.size() - 1, i));
            }
        }
    }

    private static void offer(Range cells, Range values) {
        cells.validateWithList(values).allowBlank(true).showErrorMessage(true).errorStyle(DataValidationErrorStyle.WARNING)
                .error(Messages.text("template-code")).errorTitle(Messages.text("template-values"));
    }

    private static List<String> values(Column column) {
        return switch (column.kind()) {
            case CODE -> column.choices().stream().map(Column.Choice::title).toList();
            case BOOL -> List.of(Messages.text("template-yes"), Messages.text("template-no"));
            default -> List.of();
        };
    }

    private static void explain(Worksheet sheet, List<Column> columns) {
        var keys = List.of("column", "required", "format", "values", "example", "hint");
        XlsxTableWriter.header(sheet, keys.stream().map(key -> Messages.text("template-" + key)).toList());
        for (int i = 0; i < columns.size(); i++) {
            var cells = explained(columns.get(i));
            for (int column = 0; column < cells.size(); column++) {
                sheet.value(i + 1, column, cells.get(column));
                sheet.style(i + 1, column).wrapText(true).verticalAlignment("top").set();
            }
        }
        IntStream.range(0, keys.size()).forEach(column -> sheet.width(column, column < 2 ? 24 : 40));
        IntStream.rangeClosed(1, RULES)
                .forEach(rule -> sheet.value(columns.size() + 1 + rule, 0, Messages.text("template-rule-" + rule)));
    }

    private static List<String> explained(Column column) {
        var titles = column.titles().stream().collect(Collectors.joining(" / "));
        var kind = switch (column.kind()) {
            case TEXT -> "template-text";
            case DATE -> "template-date";
            case INTEGER -> "template-integer";
            case DECIMAL -> "template-decimal";
            case BOOL -> "template-bool";
            case CODE -> "template-code";
        };
        return List.of(titles,
                Messages.text(column.required() ? "template-yes" : "template-no"),
                Messages.text(kind) + (column.many() ? Messages.text("template-many") : ""),
                String.join("\n", column.kind() == Column.Kind.CODE ? values(column) : List.of()),
                column.example(), column.hint());
    }
}
