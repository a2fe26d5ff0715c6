package ru.nms.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/// CSV as spreadsheets in Russian open it with a double click: UTF-8 with its mark, `;`, CRLF, quotes by RFC 4180.
final class CsvTableWriter implements TableWriter {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvWriter csv;

    CsvTableWriter(OutputStream out, List<String> titles) {
        mark(out);
        this.csv = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        csv.writeRecord(titles.stream().map(Cells::written).toList());
    }

    /// By it spreadsheets know UTF-8.
    private static void mark(OutputStream out) {
        try {
            out.write(MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An empty line, a line with the title, and the header.
    @Override
    public void table(String title, List<String> titles) {
        csv.writeRecord("");
        csv.writeRecord(Cells.written(title));
        csv.writeRecord(titles.stream().map(Cells::written).toList());
    }

    @Override
    public void row(List<?> cells) {
        csv.writeRecord(cells.stream().map(Cells::written).toList());
    }

    @Override
    public void close() {
        flush();
    }

    void flush() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
