package ru.nms.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.ProblemCodes;

class ProblemWordsTest {

    private static final String BUNDLE = "ru/nms/platform/problem/problems";

    @Test
    void everyCodeHasWordsInBothLanguagesAndALineInTheDocs() {
        assertThat(ProblemCodes.missing(BUNDLE)).isEmpty();
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(ResourceBundle.getBundle(BUNDLE, Locale.of("ru")).keySet())
                .isEqualTo(ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH).keySet());
    }
}
