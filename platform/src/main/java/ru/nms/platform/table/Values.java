package ru.nms.platform.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// Cleaned text to values. `null` means that the text is no such value.
final class Values {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter RUSSIAN =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern DATE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4})([ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z?)?");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5,7})([.,]\\d+)?");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}|\\d{1,3}( \\d{3}){1,12})([.,]\\d{1,40})?");

    private static final Pattern QUOTED = Pattern.compile("(\"[^\"]*+(?:\"\"[^\"]*+)*+\")\\s*(?=[;,|\n]|$)");

    private static final Set<String> YES = Set.of("да", "true", "1", "истина", "yes");
    private static final Set<String> NO = Set.of("нет", "false", "0", "ложь", "no");
    private static final Set<String> EXCEL_ERRORS = Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!",
            "#NULL!", "#Н/Д", "#ССЫЛКА!", "#ЗНАЧ!", "#ДЕЛ/0!", "#ИМЯ?", "#ЧИСЛО!", "#ПУСТО!");

    /// 31.12.9999, the last day Excel knows.
    private static final int LAST_SERIAL = 2_958_465;

    private Values() {}

    /// ISO or dd.MM.yyyy, a time of day is dropped; or a bare Excel serial number. Serials below 10 000 (before 1927)
    /// are refused: they are years typed into a column of dates far more often than dates.
    static @Nullable LocalDate date(String text, int shift) {
        var serial = SERIAL.matcher(text);
        if (serial.matches()) {
            int days = Integer.parseInt(serial.group(1));
            return days < 10_000 ? null : serial(days + shift);
        }
        var date = DATE.matcher(text);
        if (!date.matches()) {
            return null;
        }
        var day = date.group(1);
        try {
            return LocalDate.parse(day, day.indexOf('.') < 0 ? ISO : RUSSIAN);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// Excel counts days from 1900 and believes in a 29.02.1900, its day 60, which is no date.
    static @Nullable LocalDate serial(int days) {
        if (days < 1 || days == 60 || days > LAST_SERIAL) {
            return null;
        }
        return LocalDate.of(1899, 12, 31).plusDays(days > 60 ? days - 1 : days);
    }

    /// Comma or point, thousands may be apart by spaces. No exponents: `1e999999999` would cost gigabytes later.
    static @Nullable BigDecimal decimal(String text) {
        var plain = text.replace('−', '-');
        return NUMBER.matcher(plain).matches() ? new BigDecimal(plain.replace(" ", "").replace(',', '.')) : null;
    }

    static @Nullable Long integer(String text) {
        var number = decimal(text);
        try {
            return number == null ? null : number.longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    static @Nullable Boolean bool(String text) {
        var folded = Texts.fold(text);
        return YES.contains(folded) ? Boolean.TRUE : NO.contains(folded) ? Boolean.FALSE : null;
    }

    /// The parts of a cell. Where one `;` stands outside of quotes, it alone separates.
    static List<String> list(String text) {
        var parts = parts(text, ";");
        return (parts.size() > 1 ? parts : parts(text, ",|\n")).stream().map(Values::unquoted)
                .filter(part -> !part.isEmpty()).distinct().toList();
    }

    /// Parts as one cell, from which [#list] makes the same parts.
    static String joined(List<String> parts) {
        return parts.stream().map(part -> part.isEmpty() || list(part).equals(List.of(part)) ? part
                : '"' + part.replace("\"", "\"\"") + '"').collect(Collectors.joining("; "));
    }

    private static List<String> parts(String text, String separators) {
        var parts = new ArrayList<String>();
        int from = 0;
        boolean begun = false;
        for (int i = 0; i < text.length(); i++) {
            i += begun ? 0 : quoted(text, i);
            if (i < text.length() && separators.indexOf(text.charAt(i)) >= 0) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
                begun = false;
            } else {
                begun |= i < text.length() && !Character.isWhitespace(text.charAt(i));
            }
        }
        parts.add(text.substring(Math.min(from, text.length())).strip());
        return parts;
    }

    /// The length of what is quoted from here on: up to the quote behind which a separator or nothing stands.
    private static int quoted(String text, int from) {
        var quotes = QUOTED.matcher(text).region(from, text.length());
        return quotes.lookingAt() && isQuoted(quotes.group(1)) ? quotes.group(1).length() : 0;
    }

    /// Quotes that had no need to be there are part of the value: `"Рост"`.
    private static boolean isQuoted(String part) {
        var within = part.substring(1, part.length() - 1);
        return within.contains("\"\"") || within.chars().anyMatch(c -> ";,|\n".indexOf(c) >= 0);
    }

    private static String unquoted(String part) {
        return QUOTED.matcher(part).matches() && isQuoted(part)
                ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }

    /// The parts of a cell in which commas belong to the values.
    static List<String> sentences(String text) {
        return parts(text, ";\n\r").stream().map(Values::unquoted).filter(part -> !part.isEmpty()).distinct().toList();
    }

    /// What a spreadsheet shows where a formula failed.
    static boolean isExcelError(String text) {
        return text.startsWith("#") && EXCEL_ERRORS.contains(text);
    }
}
