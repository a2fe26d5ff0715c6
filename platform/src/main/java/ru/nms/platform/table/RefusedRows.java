package ru.nms.platform.table;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The file of refused rows: what stood in them, and why they were refused in a last column. A person corrects it and
/// sends it again; the reader passes over that column.
public final class RefusedRows implements AutoCloseable {

    public static final String TITLE = "Ошибки";

    private static final Set<String> TITLES = Set.of("ошибки", "errors");

    private final TableWriter writer;
    private final int width;

    private RefusedRows(TableWriter writer, int width) {
        this.writer = writer;
        this.width = width;
    }

    /// Begins the file with the header.
    ///
    /// @param titles the original header, [TableReader#titles()]
    public static RefusedRows open(OutputStream out, TableFormat format, List<String> titles) {
        return new RefusedRows(TableWriter.open(out, format, with(titles, titles.size(), TITLE)), titles.size());
    }

    /// Adds one refused row.
    ///
    /// @param raw the cells as they stood in the file, [Row#raw()]
    public void row(List<String> raw, List<String> messages) {
        writer.row(with(raw, width, String.join("; ", messages)));
    }

    @Override
    public void close() {
        writer.close();
    }

    static boolean isTitle(String title) {
        return TITLES.contains(Texts.fold(title));
    }

    private static List<String> with(List<String> cells, int width, String last) {
        var row = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        while (row.size() < width) {
            row.add("");
        }
        row.add(last);
        return row;
    }
}
