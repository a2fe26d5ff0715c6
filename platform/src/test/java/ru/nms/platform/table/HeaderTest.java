package ru.nms.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderTest {

    @TempDir Path folder;

    @Test
    void knowsColumnsByTitleAliasAndCodeInAnyOrder() {
        var row = Samples.row(Samples.csv(folder, "МОЛОДОЙ  УЧЕНЫЙ;birthdate; фамилия\u00A0работника *\nда;1990-01-01;Ёлкина\n"));
        assertThat(row.bool("young")).isTrue();
        assertThat(row.date("birthDate")).isEqualTo("1990-01-01");
        assertThat(row.text("lastName")).isEqualTo("Ёлкина");
        assertThat(row.text("category")).isNull();
        assertThat(row.faults()).isEmpty();
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var file = Samples.csv(folder, "\nКатегория;категория;Рост;;Вес\n");
        var problem = catchThrowableOfType(TableProblem.class, () -> Samples.rows(file));

        assertThat(problem.code()).isEqualTo("header-wrong");
        assertThat(problem.row()).isEqualTo(2);
        assertThat(problem.faults()).extracting(RowFault::code)
                .containsExactly("header-duplicate", "header-unknown", "header-unknown", "header-missing");
        assertThat(problem.faults()).extracting(RowFault::column).containsExactly("категория", "Рост", "Вес", "Фамилия");
        assertThat(problem.faults().getLast().text(Locale.ENGLISH)).contains("Фамилия").contains("missing");
        assertThat(problem.getMessage()).isEqualTo("header-wrong at row 2");
    }

    @Test
    void takesTwoAliasesOfOneColumnForADuplicate() {
        var file = Samples.csv(folder, "Фамилия;Фамилия работника\n");
        assertThat(catchThrowableOfType(TableProblem.class, () -> Samples.rows(file)).faults())
                .extracting(RowFault::code).containsExactly("header-duplicate");
    }

    @Test
    void refusesMoreColumnsThanAllowed() {
        var allowed = "Фамилия;" + String.join(";", Collections.nCopies(198, "")) + ";Категория";
        assertThat(Samples.rows(Samples.csv(folder, allowed + "\n"))).isEmpty();
        CsvReadingTest.assertProblem(() -> Samples.rows(Samples.csv(folder, ";" + allowed + "\n")), "file-too-many-columns", null);
    }

    @Test
    void passesOverTheColumnOfErrors() {
        try (var reader = TableReader.open(Samples.csv(folder, "Ошибки;Фамилия;Категория\nбыла;А;Первая\n"), Samples.PEOPLE)) {
            assertThat(reader.titles()).containsExactly("Фамилия", "Категория");
            var row = reader.next();
            assertThat(row.raw()).containsExactly("А", "Первая");
            assertThat(row.code("category")).isEqualTo("FIRST");
            assertThat(row.faults()).isEmpty();
        }
    }

    @Test
    void refusesDescriptionsThatContradictThemselves() {
        assertThatIllegalArgumentException().isThrownBy(() -> Columns.of(Column.text("a", "Имя"), Column.text("a", "Отчество")));
        assertThatIllegalArgumentException().isThrownBy(() -> Columns.of(Column.text("a", "Счёт"), Column.text("b", "СЧЕТ")));
        assertThatIllegalArgumentException().isThrownBy(() -> Column.text("a"));
    }
}
