package ru.nms.platform.table;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// Texts for people: English where it is asked for, Russian otherwise.
final class Messages {

    static final Locale RUSSIAN = Locale.of("ru");

    private static final String BUNDLE = "ru.nms.platform.table.table";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Messages() {}

    static String text(String key, List<?> args, Locale locale) {
        var language = locale.getLanguage().equals("en") ? Locale.ENGLISH : RUSSIAN;
        try {
            var pattern = ResourceBundle.getBundle(BUNDLE, language, NO_FALLBACK).getString(key);
            // As strings: row 1234 must not become "1 234".
            return new MessageFormat(pattern, language).format(args.stream().map(String::valueOf).toArray());
        } catch (MissingResourceException e) {
            return key;   // a caller's own code, whose texts the caller has
        }
    }

    static String text(String key) {
        return text(key, List.of(), RUSSIAN);
    }
}
