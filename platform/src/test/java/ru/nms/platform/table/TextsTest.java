package ru.nms.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @Test
    void cleansWhatCannotBeSeen() {
        assertThat(Texts.clean("\u00A0 Школа\u00A0№\u202F5\u200B\uFEFF ")).isEqualTo("Школа № 5");
        assertThat(Texts.clean("a\u0000b\u0007c\tд")).isEqualTo("abc д");
        assertThat(Texts.clean("мягкий\u00ADперенос")).isEqualTo("мягкийперенос");
        assertThat(Texts.clean("\u200F\u202Ez")).isEqualTo("z");
    }

    @Test
    void keepsLineBreaksInsideAndDropsThemAtTheEnds() {
        assertThat(Texts.clean("\r\nодин\r\nдва\rтри\n")).isEqualTo("один\nдва\nтри");
    }

    @Test
    void composesLettersThatCameApart() {
        assertThat(Texts.clean("и\u0306од")).isEqualTo("йод");
        assertThat(Texts.clean("е\u0308ж")).isEqualTo("ёж");
    }

    @Test
    void keepsWholePairsAndDropsHalves() {
        assertThat(Texts.clean("a\uD83D\uDE00b\uD83Dc")).isEqualTo("a\uD83D\uDE00bc");
    }

    @ParameterizedTest
    @CsvSource({"УЧЁНАЯ  степень,ученая степень", "'Стаж,\nлет','стаж, лет'", "Фамилия *,фамилия", "' Дата\u00A0рождения ',дата рождения"})
    void foldsTitles(String title, String folded) {
        assertThat(Texts.fold(title)).isEqualTo(folded);
    }
}
