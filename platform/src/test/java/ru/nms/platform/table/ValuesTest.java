package ru.nms.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({"2026-11-22,2026-11-22", "22.11.2026,2026-11-22", "1.9.2026,2026-09-01", "29.02.2024,2024-02-29",
            "22.11.2026 0:00:00,2026-11-22", "2026-11-22T14:30:00,2026-11-22", "2026-11-22T00:00:00.000Z,2026-11-22",
            "45000,2023-03-15", "'45000,5',2023-03-15", "2958465,9999-12-31", "10000,1927-05-18"})
    void readsDates(String text, LocalDate date) {
        assertThat(Values.date(text, 0)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"29.02.2023", "31.04.2026", "32.01.2026", "01.13.2026", "22.11.26", "11/22/2026", "2026-1-2", "2020", "9999",
            "2958466", "вчера", "-45000", "29.02.1900", "2026-11-22 и далее"})
    void refusesWhatIsNoDate(String text) {
        assertThat(Values.date(text, 0)).isNull();
    }

    @Test
    void countsDaysAsExcelDoesAroundTheDayThatNeverWas() {
        assertThat(Values.serial(1)).isEqualTo("1900-01-01");
        assertThat(Values.serial(59)).isEqualTo("1900-02-28");
        assertThat(Values.serial(60)).isNull();
        assertThat(Values.serial(61)).isEqualTo("1900-03-01");
        assertThat(Values.serial(0)).isNull();
    }

    @Test
    void shiftsSerialsOfOldMacs() {
        assertThat(Values.date("43538", 1462)).isEqualTo("2023-03-15");
    }

    @ParameterizedTest
    @CsvSource({"'12,5',12.5", "12.5,12.5", "-3,-3", "−3,-3", "+4,4", "'1 234 567,89',1234567.89", "0,0", "007,7"})
    void readsNumbers(String text, BigDecimal number) {
        assertThat(Values.decimal(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e5", "1e999999999", "1,234.5", "1.234,5", "12%", "abc", "1 23", "--1", "0x10", "١٢", "NaN", "."})
    void refusesWhatIsNoNumber(String text) {
        assertThat(Values.decimal(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"12,12", "'12,0',12", "12.00,12", "1 000,1000", "-9223372036854775808,-9223372036854775808"})
    void readsWholeNumbers(String text, long number) {
        assertThat(Values.integer(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,5", "9223372036854775808", "один"})
    void refusesWhatIsNoWholeNumber(String text) {
        assertThat(Values.integer(text)).isNull();
    }

    @Test
    void readsYesAndNo() {
        assertThat(new String[] {"да", "ДА", "True", "1", "ИСТИНА"}).allSatisfy(text -> assertThat(Values.bool(text)).isTrue());
        assertThat(new String[] {"нет", "Нет", "FALSE", "0", "ложь"}).allSatisfy(text -> assertThat(Values.bool(text)).isFalse());
        assertThat(Values.bool("возможно")).isNull();
    }

    @Test
    void splitsLists() {
        assertThat(Values.list("Физика, Химия,Физика |Музыка\nТруд,,")).containsExactly("Физика", "Химия", "Музыка", "Труд");
        assertThat(Values.list("Физика; Химия, биология ;Физика;;")).containsExactly("Физика", "Химия, биология");
        assertThat(Values.list("\"Химия, биология\", Физика")).containsExactly("Химия, биология", "Физика");
        assertThat(Values.list("\"Рост\", ООО \"Путь, дорога\"")).containsExactly("\"Рост\"", "ООО \"Путь", "дорога\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a, b", "a; b", "a|b", "a\nb", "\"a\"", "\"a, b\"", "\"a", "a\"; b", "\"a\" b; \"c\"", "\"\"", "\"a\"\"b\"",
            "\", \"", "\"\"; \"", "«a; b»", ";", "\"", "a\"\", b"})
    void makesTheSameListOfWhatItJoined(String part) {
        for (var parts : List.of(List.of(part), List.of(part, "x"), List.of("x", part), List.of("x, y", part), List.of(part, "\"q"))) {
            assertThat(Values.list(Values.joined(parts))).as(Values.joined(parts)).isEqualTo(parts);
        }
    }
}
