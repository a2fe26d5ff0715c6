package ru.nms.platform.table;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// What the cells of a sheet need of their workbook: its texts, its date styles, its calendar.
///
/// @param sheet     the path of the first sheet that people see
/// @param dateShift 1462 where the calendar begins in 1904, as on old Macs
record XlsxWorkbook(String sheet, int dateShift, SharedStrings strings, XlsxStyles styles) implements Closeable {

    private static final int DAYS_TO_1904 = 1462;
    /// Excel shows 15 digits and stores what a double makes of them: 0.1 + 0.2 must not come as 0.30000000000000004.
    private static final MathContext SHOWN_DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final int SECONDS_A_DAY = 86_400;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    static XlsxWorkbook read(XlsxPackage file) throws IOException {
        var path = file.workbook();
        var relations = file.relations(path);
        var outline = Outline.read(file, path, relations);
        var styles = XlsxStyles.read(file.part(first(relations, "styles")));
        return new XlsxWorkbook(outline.sheet(), outline.dateShift(),
                SharedStrings.read(file.part(first(relations, "sharedStrings"))), styles);
    }

    /// The text a person sees for the stored one.
    String shown(String type, @Nullable String style, String stored) {
        return switch (type) {
            case "s" -> strings.get(XlsxRows.number(stored));
            case "b" -> stored.equals("0") ? "нет" : "да";
            case "n" -> number(stored, styles.date(style));
            case "str" -> XlsxText.unescape(stored);
            default -> stored;   // inlineStr, error, ISO date
        };
    }

    @Override
    public void close() {
        strings.close();
    }

    private String number(String stored, boolean date) {
        try {
            var value = new BigDecimal(Double.parseDouble(stored));
            return date ? moment(value) : value.round(SHOWN_DIGITS).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            throw Xml.broken();
        }
    }

    private String moment(BigDecimal value) {
        if (value.signum() < 0 || value.precision() - value.scale() > 8) {
            return value.round(SHOWN_DIGITS).toPlainString();   // Excel shows ##### for it
        }
        long seconds = value.multiply(BigDecimal.valueOf(SECONDS_A_DAY)).setScale(0, RoundingMode.HALF_UP).longValue();
        int days = (int) (seconds / SECONDS_A_DAY);
        var time = LocalTime.ofSecondOfDay(seconds % SECONDS_A_DAY);
        return days == 0 ? TIME.format(time) : day(days + dateShift) + (time.equals(LocalTime.MIDNIGHT) ? "" : " " + TIME.format(time));
    }

    private static String day(int serial) {
        var day = Values.serial(serial);
        return day != null ? DAY.format(day) : serial == 60 ? "29.02.1900" : Integer.toString(serial);
    }

    private static XlsxPackage.@Nullable Relation first(Map<String, XlsxPackage.Relation> relations, String type) {
        return relations.values().stream().filter(relation -> relation.type().equals(type)).findFirst().orElse(null);
    }

    /// The list of sheets.
    private record Outline(String sheet, int dateShift) {

        static Outline read(XlsxPackage file, String path, Map<String, XlsxPackage.Relation> relations) {
            String sheet = null;
            int shift = 0;
            try (var xml = new Xml(file.part(path))) {
                while (xml.next()) {
                    if (xml.starts("workbookPr")) {
                        var since1904 = xml.attribute("date1904");
                        shift = "1".equals(since1904) || "true".equals(since1904) ? DAYS_TO_1904 : 0;
                    } else if (sheet == null && xml.starts("sheet")) {
                        sheet = visible(xml, relations);
                    }
                }
            }
            if (sheet == null) {
                throw TableProblem.of(TableCode.FILE_NOT_XLSX);
            }
            return new Outline(sheet, shift);
        }

        private static @Nullable String visible(Xml xml, Map<String, XlsxPackage.Relation> relations) {
            var state = Objects.requireNonNullElse(xml.attribute("state"), "visible");
            var relation = relations.get(Objects.requireNonNullElse(xml.attribute("id"), ""));
            return state.equals("visible") && relation != null && relation.type().equals("worksheet") ? relation.target() : null;
        }
    }
}
