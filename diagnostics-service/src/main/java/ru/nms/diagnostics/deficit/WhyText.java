package ru.nms.diagnostics.deficit;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.diagnostics.rule.Scale.Verdict;

/// Says why in the language the caller reads: Russian unless English is asked for.
enum WhyText {
    RUSSIAN("dd.MM.yyyy") {
        @Override
        String measured(Attempt attempt, String day, BigDecimal share, Rulebook rules) {
            return "%s, %s, %s: %s из %s баллов, %s %%. ".formatted(day, rules.title(attempt.procedure()),
                    rules.title(attempt.provider()), comma(attempt.points()), comma(attempt.maximum()), comma(share));
        }

        @Override
        String judged(@Nullable String level, BigDecimal limit, Rulebook rules) {
            return level == null ? "Не ниже %s %%: дефицита нет".formatted(comma(limit))
                    : "Ниже %s %%: уровень дефицита — %s".formatted(comma(limit),
                            rules.title(level).toLowerCase(Locale.ROOT));
        }

        @Override
        String ground(@Nullable String citation) {
            return citation == null ? " (граница по умолчанию, установлена продуктом)." : " (" + citation + ").";
        }
    },
    ENGLISH("yyyy-MM-dd") {
        @Override
        String measured(Attempt attempt, String day, BigDecimal share, Rulebook rules) {
            return "%s, %s, %s: %s of %s points, %s %%. ".formatted(day, attempt.procedure(), attempt.provider(),
                    attempt.points(), attempt.maximum(), share);
        }

        @Override
        String judged(@Nullable String level, BigDecimal limit, Rulebook rules) {
            return level == null ? "Not below %s %%: no deficit".formatted(limit)
                    : "Below %s %%: a deficit of level %s".formatted(limit, level);
        }

        @Override
        String ground(@Nullable String citation) {
            return citation == null ? " (a default limit of the product)." : " (" + citation + ").";
        }
    };

    private final DateTimeFormatter days;

    WhyText(String days) {
        this.days = DateTimeFormatter.ofPattern(days, Locale.ROOT);
    }

    static WhyText of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return RUSSIAN;
        }
        try {
            var best = Locale.lookup(LanguageRange.parse(acceptLanguage), List.of(Locale.of("ru"), Locale.ENGLISH));
            return Objects.equals(best, Locale.ENGLISH) ? ENGLISH : RUSSIAN;
        } catch (IllegalArgumentException malformed) {
            return RUSSIAN;
        }
    }

    String of(Attempt attempt, BigDecimal share, Verdict verdict, Rulebook rules) {
        return measured(attempt, days.format(attempt.takenOn()), share, rules)
                + judged(verdict.level(), verdict.step().below(), rules)
                + ground(rules.citation(verdict.step().source()));
    }

    abstract String measured(Attempt attempt, String day, BigDecimal share, Rulebook rules);

    abstract String judged(@Nullable String level, BigDecimal limit, Rulebook rules);

    abstract String ground(@Nullable String citation);

    private static String comma(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }
}
