package ru.nms.platform.region;

import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/// Names a document the way a Russian reader looks it up.
final class Citation {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private Citation() {}

    static String of(RegionDocument document, @Nullable String lines) {
        var text = new StringBuilder();
        append(text, "", document.issuer());
        append(text, "«%s»", document.subject());
        append(text, "от %s", document.date() == null ? null : DAY.format(document.date()));
        append(text, "№ %s", document.number());
        append(text, "(строка %s)", lines);
        return text.isEmpty() ? document.code() : text.toString();
    }

    private static void append(StringBuilder text, String form, @Nullable String value) {
        if (value != null) {
            text.append(text.isEmpty() ? "" : " ").append(form.isEmpty() ? value : form.formatted(value));
        }
    }
}
