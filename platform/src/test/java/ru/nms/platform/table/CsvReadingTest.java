package ru.nms.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final String TABLE = "Фамилия;Дата рождения\r\nЁлкина;01.02.1990\r\n";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251"})
    void detectsTheCharacters(String charset) {
        assertThat(Samples.row(Samples.csv(folder, TABLE, Charset.forName(charset))).text("lastName")).isEqualTo("Ёлкина");
    }

    @Test
    void takesByteOrderMarks() {
        assertThat(Samples.row(Samples.csv(folder, "\uFEFF" + TABLE)).text("lastName")).isEqualTo("Ёлкина");
        assertThat(Samples.row(Samples.csv(folder, "\uFEFF" + TABLE, StandardCharsets.UTF_16LE)).text("lastName")).isEqualTo("Ёлкина");
        assertThat(Samples.row(Samples.csv(folder, "\uFEFF" + TABLE, StandardCharsets.UTF_16BE)).text("lastName")).isEqualTo("Ёлкина");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251"})
    void detectsTheCharactersBehindALongStretchOfAscii(String charset) {
        var text = "lastName;birthDate\n" + "Ivanova;1990-01-01\n".repeat(10_000) + "Ёлкина;1990-01-01\n";
        assertThat(Samples.rows(Samples.csv(folder, text, Charset.forName(charset))).getLast().text("lastName")).isEqualTo("Ёлкина");
    }

    /// A two-byte letter lies across the end of the part that is looked at.
    @Test
    void isNotMisledByACharacterCutAtTheEndOfTheSample() {
        for (int shift = 0; shift < 2; shift++) {
            var text = "lastName\n" + "a".repeat(shift) + "ё".repeat(200).concat("\n").repeat(400);
            assertThat(Samples.row(Samples.csv(folder, text)).text("lastName")).endsWith("ёёё");
        }
    }

    @Test
    void tellsTheRowWhereCharactersEnd() {
        var head = ("Фамилия\n" + "Ёлкина\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
        var file = new byte[head.length + 2];
        System.arraycopy(head, 0, file, 0, head.length);
        file[head.length] = (byte) 0xFF;
        file[head.length + 1] = '\n';

        assertThatExceptionOfType(TableProblem.class).isThrownBy(() -> Samples.rows(Samples.file(folder, file)))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("file-encoding"))
                .satisfies(problem -> assertThat(problem.row()).isPositive());
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void detectsTheSeparator(String separator) {
        var row = Samples.row(Samples.csv(folder, String.join(separator, "Категория", "Фамилия") + "\n" + String.join(separator, "Высшая", "Ёлкина")));
        assertThat(row.text("lastName")).isEqualTo("Ёлкина");
        assertThat(row.code("category")).isEqualTo("HIGHEST");
    }

    @Test
    void isNotMisledByOtherSeparatorsInsideTitles() {
        var row = Samples.row(Samples.csv(folder, "Фамилия;Стаж, лет\nЁлкина;7\n"));
        assertThat(row.integer("years")).isEqualTo(7);
        row = Samples.row(Samples.csv(folder, "Фамилия,\"Стаж, лет\"\nЁлкина,7\n"));
        assertThat(row.integer("years")).isEqualTo(7);
    }

    @Test
    void countsRowsAsASpreadsheetDoes() {
        var rows = Samples.rows(Samples.csv(folder, "\nФамилия;Предметы\nА;\"Физика\r\nХимия\"\n\n;;\nБ;Музыка\n;\n\n"));
        assertThat(rows).extracting(Row::number).containsExactly(3, 6);
        assertThat(rows.getFirst().list("subjects")).containsExactly("Физика", "Химия");
    }

    @Test
    void readsQuotes() {
        var rows = Samples.rows(Samples.csv(folder, "Фамилия;Предметы\n\"А \"\"Б\"\" ; В\";\nООО \"Лес\";\n"));
        assertThat(rows).extracting(row -> row.text("lastName")).containsExactly("А \"Б\" ; В", "ООО \"Лес\"");
    }

    @Test
    void deliversTheRowsBeforeABrokenOne() {
        try (var reader = TableReader.open(Samples.csv(folder, "Фамилия\nА\n\"Б\"в\n"), Samples.PEOPLE)) {
            assertThat(reader.next().text("lastName")).isEqualTo("А");
            assertProblem(reader::next, "csv-quotes", 3);
        }
    }

    @Test
    void refusesAQuoteThatIsNeverClosed() {
        var small = Samples.csv(folder, "Фамилия\n\"А\nБ\n");
        assertProblem(() -> Samples.rows(small), "csv-quotes", 2);
        var large = Samples.csv(folder, "Фамилия\n\"А\n" + "Б\n".repeat(600_000));
        assertProblem(() -> Samples.rows(large), "csv-too-long", 2);
    }

    @Test
    void refusesFilesThatAreNoTables() {
        assertProblem(() -> Samples.rows(Samples.csv(folder, "")), "file-empty", null);
        assertProblem(() -> Samples.rows(Samples.csv(folder, "\uFEFF")), "file-empty", null);
        assertProblem(() -> Samples.rows(Samples.csv(folder, "\n \n;;\n")), "file-empty", null);
        assertProblem(() -> Samples.rows(Samples.csv(folder, "%PDF\0\0\0\1")), "file-not-table", null);
        assertProblem(() -> Samples.rows(Samples.file(folder, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1})), "file-xls", null);
    }

    @Test
    void endsAtTheLimitOfRows() {
        var file = Samples.csv(folder, "Фамилия\nА\n\nБ\n\n");
        assertThat(TableReader.open(file, Samples.PEOPLE, TableLimits.DEFAULT.withRows(2)).stream()).hasSize(2);
        assertProblem(() -> TableReader.open(file, Samples.PEOPLE, TableLimits.DEFAULT.withRows(1)).stream().toList(), "file-too-many-rows", null);
    }

    @Test
    void saysWhenARowHasMoreCellsThanTheHeader() {
        var rows = Samples.rows(Samples.csv(folder, "Фамилия;Предметы;\nА;Физика;Химия\nБ;Музыка;;\n", WINDOWS_1251));
        assertThat(Samples.codes(rows.get(0))).containsExactly("row-extra-cells");
        assertThat(Samples.codes(rows.get(1))).isEmpty();
    }

    static void assertProblem(org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String code, Integer row) {
        assertThatExceptionOfType(TableProblem.class).isThrownBy(action)
                .satisfies(problem -> assertThat(List.of(problem.code(), String.valueOf(problem.row())))
                        .containsExactly(code, String.valueOf(row)));
    }
}
