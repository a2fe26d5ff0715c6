package ru.nms.iom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.ProblemCodes;

class IomWordsTest {

    @Test
    void everyCodeHasWordsInBothLanguagesAndALineInTheDocs() {
        assertThat(ProblemCodes.missing("ru/nms/platform/problem/problems", "problems/iom")).isEmpty();
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        for (var bundle : List.of("problems/iom", "ru/nms/iom/route/words")) {
            assertThat(ResourceBundle.getBundle(bundle, Locale.of("ru")).keySet())
                    .isEqualTo(ResourceBundle.getBundle(bundle, Locale.ENGLISH).keySet());
        }
    }
}
