package ru.nms.platform.table;

import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Which cell styles show a number as a date: in a workbook nothing else tells the two apart.
final class XlsxStyles {

    /// What is text inside a format: quoted, escaped, in brackets (colours, locales, but not hours that may pass 24).
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[(?![hmsHMS]+])[^]]*]");
    private static final Pattern DATE_LETTER = Pattern.compile("[yYmMdDhHsS]");

    private final BitSet dates = new BitSet();

    private XlsxStyles() {}

    static XlsxStyles read(@Nullable InputStream in) {
        var styles = new XlsxStyles();
        if (in != null) {
            try (var xml = new Xml(in)) {
                styles.fill(xml);
            }
        }
        return styles;
    }

    boolean date(@Nullable String style) {
        int index = style == null ? -1 : XlsxRows.number(style);
        return index >= 0 && dates.get(index);
    }

    private void fill(Xml xml) {
        Map<Integer, Boolean> custom = new HashMap<>();
        boolean inCells = false;
        int index = 0;
        while (xml.next()) {
            if (xml.starts("numFmt")) {
                custom.put(XlsxRows.number(xml.attribute("numFmtId")), isDate(xml.attribute("formatCode")));
            } else if (xml.starts("cellXfs")) {
                inCells = true;
            } else if (xml.ends("cellXfs")) {
                inCells = false;
            } else if (inCells && xml.starts("xf")) {
                int format = XlsxRows.number(xml.attribute("numFmtId"));
                dates.set(index++, custom.getOrDefault(format, builtIn(format)));
            }
        }
    }

    /// The formats that every workbook has, the East Asian ones included.
    private static boolean builtIn(int format) {
        return (format >= 14 && format <= 22) || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
    }

    static boolean isDate(@Nullable String format) {
        return format != null && !format.equalsIgnoreCase("General")
                && DATE_LETTER.matcher(LITERAL.matcher(format).replaceAll("")).find();
    }
}
