package ru.nms.platform.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/// The words of problems in the language the caller reads: Russian unless English is asked for.
public final class Wording {

    static final Locale RUSSIAN = Locale.of("ru");
    private static final List<Locale> SPOKEN = List.of(RUSSIAN, Locale.ENGLISH);

    private final ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();

    Wording(Collection<ProblemTexts> texts) {
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        bundles.setAlwaysUseMessageFormat(true);
        texts.forEach(some -> bundles.addBasenames(some.baseNames().toArray(String[]::new)));
    }

    static Locale languageOf(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return RUSSIAN;
        }
        try {
            return Objects.requireNonNullElse(Locale.lookup(LanguageRange.parse(acceptLanguage), SPOKEN), RUSSIAN);
        } catch (IllegalArgumentException malformed) {
            return RUSSIAN;
        }
    }

    String title(Refusal refusal, Locale language) {
        var title = text(refusal.code() + ".title", refusal.args(), language);
        return title != null ? title : refusal.status().getReasonPhrase();
    }

    @Nullable String detail(Refusal refusal, Locale language) {
        return text(refusal.code() + ".detail", refusal.args(), language);
    }

    /// A fault whose words are missing still says that the value will not do; a test keeps that from happening.
    public String fault(Fault fault, Locale language) {
        var words = text("fault." + fault.code(), fault.args(), language);
        return words != null ? words : Objects.requireNonNullElse(text("fault.other", List.of(), language), fault.code());
    }

    /// Arguments are shown as they are: a year must not become "2 026".
    private @Nullable String text(String key, List<Object> args, Locale language) {
        return bundles.getMessage(key, args.stream().map(String::valueOf).toArray(), null, language);
    }
}
