package ru.nms.platform.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The escape of XLSX for characters that XML cannot hold: `_x000D_` is a carriage return, `_x005F_` an underscore.
final class XlsxText {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private XlsxText() {}

    static String unescape(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text).replaceAll(match -> Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(match.group(1), 16))))
                : text;
    }

    /// A text that only looks like an escape must come back as it is.
    static String escape(String text) {
        return text.contains("_x") ? LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_") : text;
    }
}
