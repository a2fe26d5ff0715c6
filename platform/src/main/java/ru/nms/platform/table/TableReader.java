package ru.nms.platform.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

/// Reads a table row by row; memory does not grow with the file. Blocking: for a thread that may wait.
///
/// Opening reads the header and nothing behind it. [#hasNext()] and [#next()] throw [TableProblem] where the file ends to
/// be a table.
public final class TableReader implements Iterator<Row>, AutoCloseable {

    private final RawRows source;
    private final TableFormat format;
    private final Columns columns;
    private final TableLimits limits;
    private final Header header;
    private int taken;
    private @Nullable RawRow ahead;

    private TableReader(RawRows source, TableFormat format, Columns columns, TableLimits limits) {
        this.source = source;
        this.format = format;
        this.columns = columns;
        this.limits = limits;
        var first = filled();
        if (first == null) {
            throw TableProblem.of(TableCode.FILE_EMPTY);
        }
        this.header = Header.of(first, columns, limits);
    }

    public static TableReader open(Path file, Columns columns) {
        return open(file, columns, TableLimits.DEFAULT);
    }

    /// The format is told from the content. The first row with anything in it is the header.
    public static TableReader open(Path file, Columns columns, TableLimits limits) {
        try {
            var format = FileKind.of(file);
            var source = format == TableFormat.XLSX ? XlsxRows.open(file, limits) : CsvRows.open(file, columns);
            try {
                return new TableReader(source, format, columns, limits);
            } catch (RuntimeException e) {
                source.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TableFormat format() {
        return format;
    }

    /// The titles as the file has them; a column «Ошибки» of an earlier import is left out.
    public List<String> titles() {
        return header.titles();
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            ahead = filled();
            if (ahead != null && ++taken > limits.rows()) {
                throw TableProblem.of(TableCode.FILE_TOO_MANY_ROWS, limits.rows());
            }
        }
        return ahead != null;
    }

    @Override
    public Row next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        var row = new Row(ahead, header, columns, limits, source.dateShift());
        ahead = null;
        return row;
    }

    /// The remaining rows; closing the stream closes the file.
    public Stream<Row> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable RawRow filled() {
        var row = source.next();
        while (row != null && row.isBlank()) {
            row = source.next();
        }
        return row;
    }
}
