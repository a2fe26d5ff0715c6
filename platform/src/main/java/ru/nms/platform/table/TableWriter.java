package ru.nms.platform.table;

import java.io.OutputStream;
import java.util.List;

/// Writes a table row by row; memory does not grow with the rows. Text that a spreadsheet would run as a formula is
/// neutralised, numbers and dates stay what they are. Blocking: for a thread that may
/// wait. A stream that fails makes an `UncheckedIOException`.
public interface TableWriter extends AutoCloseable {

    static TableWriter open(OutputStream out, TableFormat format, List<String> titles) {
        return switch (format) {
            case CSV -> new CsvTableWriter(out, titles);
            case XLSX -> new XlsxTableWriter(out, titles);
        };
    }

    /// Rows from here on belong to another table of the same file.
    void table(String title, List<String> titles);

    /// One row: text, numbers, `LocalDate`, `LocalDateTime`, `Boolean`, collections, `null` for an empty cell.
    void row(List<?> cells);

    /// Finishes the table and leaves the stream open. A writer that is not closed has not written a whole file.
    @Override
    void close();
}
