package ru.nms.iom.route;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.ResourceBundle;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.region.RegionProfile;

/// What the service says about routes in the reader's language: Russian unless English is asked for.
record RouteWords(Locale language, RegionProfile region) {

    private static final Locale RUSSIAN = Locale.of("ru");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    static RouteWords in(@Nullable String acceptLanguage, RegionProfile region) {
        return new RouteWords(language(acceptLanguage), region);
    }

    private static Locale language(@Nullable String acceptLanguage) {
        try {
            var wanted = acceptLanguage == null || acceptLanguage.isBlank() ? null
                    : Locale.lookup(LanguageRange.parse(acceptLanguage), List.of(RUSSIAN, Locale.ENGLISH));
            return wanted == null ? RUSSIAN : wanted;
        } catch (IllegalArgumentException malformed) {
            return RUSSIAN;
        }
    }

    /// Why the item stands in the route.
    String reason(RouteItem item) {
        var level = item.level();
        var competence = item.competence();
        if (level == null || competence == null) {
            return item.goal() == null ? text("reason.none") : item.goal();
        }
        return text(item.eventId() == null ? "reason.deficit" : "reason.event", label(competence),
                label(level).toLowerCase(language), day(item.openedOn()));
    }

    /// Competence areas and levels have Russian names only; an English reader gets their code.
    private String label(String code) {
        return language.equals(RUSSIAN) ? region.label(code) : code;
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "" : language.equals(RUSSIAN) ? DAY.format(day) : day.toString();
    }

    private String text(String key, Object... args) {
        var pattern = ResourceBundle.getBundle("ru.nms.iom.route.words", language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString(key);
        return new MessageFormat(pattern, language).format(args);
    }
}
