package ru.nms.platform.region;

import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Names a document the way a Russian reader looks it up.
final class Citation {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private static final Pattern MANY = Pattern.compile("[,-]");

    private Citation() {}

    static String of(RegionDocument document, @Nullable String lines) {
        var text = new StringBuilder();
        append(text, "", document.issuer());
        append(text, "«%s»", document.subject());
        append(text, "от %s", document.date() == null ? null : DAY.format(document.date()));
        append(text, "№ %s", document.number());
        append(text, lines != null && MANY.matcher(lines).find() ? "(строки %s)" : "(строка %s)",
                lines == null ? null : lines.replace(",", ", ").replace("-", "–"));
        return text.isEmpty() ? document.code() : text.toString();
    }

    private static void append(StringBuilder text, String form, @Nullable String value) {
        if (value != null) {
            text.append(text.isEmpty() ? "" : " ").append(form.isEmpty() ? value : form.formatted(value));
        }
    }
}
