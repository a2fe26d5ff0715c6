package ru.nms.platform.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// The rows of the first visible sheet of a workbook, parsed as they are asked for.
final class XlsxRows implements RawRows {

    private static final int LONGEST_CELL = 1 << 16;
    /// The last column and row that a sheet can have.
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_ROWS = 1_048_576;

    private final XlsxPackage file;
    private final XlsxWorkbook workbook;
    private final Xml xml;
    private final int columns;
    private int number;
    private boolean done;

    private XlsxRows(XlsxPackage file, XlsxWorkbook workbook, Xml xml, TableLimits limits) {
        this.file = file;
        this.workbook = workbook;
        this.xml = xml;
        this.columns = limits.columns();
    }

    static XlsxRows open(Path path, TableLimits limits) throws IOException {
        var file = XlsxPackage.open(path, limits);
        try {
            var workbook = XlsxWorkbook.read(file);
            try {
                return new XlsxRows(file, workbook, new Xml(file.part(workbook.sheet())), limits);
            } catch (RuntimeException e) {
                workbook.close();
                throw e;
            }
        } catch (RuntimeException | IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public @Nullable RawRow next() {
        while (!done && xml.next()) {
            if (xml.starts("row")) {
                return row();
            }
            done = xml.ends("sheetData");
        }
        return null;
    }

    @Override
    public int dateShift() {
        return workbook.dateShift();
    }

    @Override
    public void close() throws IOException {
        try (file; workbook) {
            xml.close();
        }
    }

    private RawRow row() {
        var told = xml.attribute("r");
        number = told == null ? number + 1 : Math.max(number(told), number + 1);
        if (number > MOST_ROWS) {
            throw Xml.broken();
        }
        var cells = new ArrayList<String>();
        int index = 0;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                var place = xml.attribute("r");
                index = place == null ? index : column(place);
                put(cells, index++, cell());
            }
        }
        return new RawRow(number, cells);
    }

    /// What lies behind the last allowed column is gathered in the one after it: enough to see that there is something,
    /// and a cell far to the right costs nothing.
    private void put(List<String> cells, int index, String text) {
        int at = Math.min(index, columns);
        if (text.isEmpty() && at >= cells.size()) {
            return;
        }
        while (cells.size() <= at) {
            cells.add("");
        }
        if (!text.isEmpty()) {
            cells.set(at, text);
        }
    }

    private String cell() {
        var type = xml.attribute("t");
        var style = xml.attribute("s");
        var text = "";
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                text = xml.text(LONGEST_CELL);
            } else if (xml.starts("is")) {
                text = richText(xml, "is");
            }
        }
        return text.isEmpty() ? text : workbook.shown(type == null ? "n" : type, style, text);
    }

    /// All the runs of a text, without the pronunciation that East Asian programs add.
    static String richText(Xml xml, String element) {
        var text = new StringBuilder();
        boolean spoken = false;
        while (xml.next() && !xml.ends(element)) {
            if (xml.starts("rPh") || xml.ends("rPh")) {
                spoken = xml.starts("rPh");
            } else if (xml.starts("t")) {
                var run = xml.text(LONGEST_CELL);
                text.append(spoken || text.length() > LONGEST_CELL ? "" : run);
            }
        }
        return XlsxText.unescape(text.toString());
    }

    /// `AB12` is column 27. No sheet goes beyond XFD, and what says so is not a sheet.
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && i < 4 && Character.isLetter(place.charAt(i)); i++) {
            column = column * 26 + (Character.toUpperCase(place.charAt(i)) - 'A' + 1);
        }
        if (column < 1 || column > MOST_COLUMNS) {
            throw Xml.broken();
        }
        return column - 1;
    }

    static int number(@Nullable String digits) {
        try {
            return digits == null ? -1 : Integer.parseInt(digits.strip());
        } catch (NumberFormatException e) {
            throw Xml.broken();
        }
    }
}
