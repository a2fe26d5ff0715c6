package ru.nms.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowTest {

    private static final String HEADER = "Фамилия;Дата рождения;Учебная нагрузка;Стаж, лет;Молодой учёный;Предметы;Категория\n";

    @TempDir Path folder;

    @Test
    void readsEveryKindOfCell() {
        var row = row("'=Ёлкина;01.02.1990;18,5;7;нет;Физика, Химия;ВЫСШАЯ КВ. КАТЕГОРИЯ");
        assertThat(row.text("lastName")).isEqualTo("=Ёлкина");
        assertThat(row.date("birthDate")).isEqualTo("1990-02-01");
        assertThat(row.decimal("load")).isEqualByComparingTo("18.5");
        assertThat(row.integer("years")).isEqualTo(7);
        assertThat(row.bool("young")).isFalse();
        assertThat(row.list("subjects")).containsExactly("Физика", "Химия");
        assertThat(row.code("category")).isEqualTo("HIGHEST");
        assertThat(row.faults()).isEmpty();
    }

    @Test
    void collectsEveryFaultOnceAndGoesOn() {
        var row = row("\u00A0;вчера;много;7,5;может быть;;третья");
        for (int i = 0; i < 2; i++) {
            assertThat(row.text("lastName")).isNull();
            assertThat(row.date("birthDate")).isNull();
            assertThat(row.decimal("load")).isNull();
            assertThat(row.integer("years")).isNull();
            assertThat(row.bool("young")).isNull();
            assertThat(row.list("subjects")).isEmpty();
            assertThat(row.code("category")).isNull();
        }
        assertThat(Samples.codes(row)).containsExactly("cell-required", "cell-date", "cell-decimal", "cell-integer", "cell-bool", "cell-code");
        assertThat(row.faults()).allSatisfy(fault -> assertThat(fault.row()).isEqualTo(2));
        assertThat(row.faults().getLast().column()).isEqualTo("Категория");
        assertThat(row.faults().getLast().text(Locale.of("ru"))).isEqualTo("Нет такого значения. Возможные значения: Первая, Высшая.");
    }

    @Test
    void neverRepeatsTheCellInAFault() {
        var row = row("А;тайна;тайна;тайна;тайна;;тайна");
        row.date("birthDate");
        row.decimal("load");
        row.code("category");
        assertThat(row.faults()).hasSize(3).allSatisfy(fault -> assertThat(fault.toString() + fault.text(Locale.of("ru"))).doesNotContain("тайна"));
    }

    @Test
    void readsSeveralCodesOfACell() {
        assertThat(row("А;;;;;;Первая; высшая".replace("; в", ", в")).codes("category")).containsExactly("FIRST", "HIGHEST");
        var wrong = row("А;;;;;;Первая, третья");
        assertThat(wrong.codes("category")).isEmpty();
        assertThat(Samples.codes(wrong)).containsExactly("cell-code");
    }

    @Test
    void limitsTheLengthOfACell() {
        assertThat(row("я".repeat(4_000) + ";;;;;;").text("lastName")).hasSize(4_000);
        var row = row("я".repeat(4_001) + ";;;;;;");
        assertThat(row.text("lastName")).isNull();
        assertThat(row.faults().getFirst().text(Locale.ENGLISH)).isEqualTo("The cell has more than 4000 characters.");
    }

    @Test
    void takesAFailedFormulaForAFault() {
        var row = row("#Н/Д;;;;;;");
        assertThat(row.text("lastName")).isNull();
        assertThat(Samples.codes(row)).containsExactly("cell-error");
        assertThat(row("#Никонова;;;;;;").text("lastName")).isEqualTo("#Никонова");
    }

    @Test
    void takesShortRowsForEmptyCells() {
        var row = row("А");
        assertThat(row.date("birthDate")).isNull();
        assertThat(row.raw()).hasSize(7);
        assertThat(row.faults()).isEmpty();
    }

    @Test
    void takesFaultsOfTheCallerUnderTheTitleOfTheFile() {
        var row = Samples.row(Samples.csv(folder, "Фамилия работника\nА\n"));
        row.fault("lastName", "person-unknown", 7);
        assertThat(row.faults()).extracting(RowFault::column, RowFault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Фамилия работника", "person-unknown"));
        assertThatIllegalArgumentException().isThrownBy(() -> row.text("surname"));
    }

    private Row row(String line) {
        return Samples.row(Samples.csv(folder, HEADER + line + "\n"));
    }
}
