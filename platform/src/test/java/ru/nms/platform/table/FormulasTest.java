package ru.nms.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

    private static final String ALPHABET = "'=+-@\t\r\n＝＋－＠ \u00A0\u200Ba1;\"";

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+7", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a", " =1", "\u200B=1", "'=1"})
    void neutralisesWhatMayRun(String text) {
        assertThat(Formulas.neutralise(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "Школа", "a=b", "'тихо'", "'", "1-2"})
    void leavesOtherTextAlone(String text) {
        assertThat(Formulas.neutralise(text)).isEqualTo(text);
        assertThat(Formulas.restore(text)).isEqualTo(text);
    }

    @Test
    void restoresEveryText() {
        var random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            var text = random.ints(random.nextInt(6), 0, ALPHABET.length()).mapToObj(ALPHABET::charAt)
                    .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append).toString();
            assertThat(Formulas.restore(Formulas.neutralise(text))).isEqualTo(text);
        }
    }
}
