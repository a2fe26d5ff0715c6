package ru.nms.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ru.nms.platform.testkit.Clause;

class TableWriterTest {

    private static final List<String> TITLES = Samples.PEOPLE.titles();
    private static final List<String> AWKWARD = List.of("=1+1", "+7 999", "-5", "@a", "'=x", "'тихо'", "a;b", "a\"b", "a\nb", "_x0041_", "<&>", "007");

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    @Clause("GW-006")
    void readsWhatItWrote(TableFormat format) {
        var rows = Samples.rows(written(format, List.of("Ёлкина", LocalDate.of(1990, 2, 1), new BigDecimal("-18.50"), -7, true,
                List.of("Физика", "Химия"), "Высшая")));

        var row = rows.getFirst();
        assertThat(row.text("lastName")).isEqualTo("Ёлкина");
        assertThat(row.date("birthDate")).isEqualTo("1990-02-01");
        assertThat(row.decimal("load")).isEqualByComparingTo("-18.5");
        assertThat(row.integer("years")).isEqualTo(-7);
        assertThat(row.bool("young")).isTrue();
        assertThat(row.list("subjects")).containsExactly("Физика", "Химия");
        assertThat(row.code("category")).isEqualTo("HIGHEST");
        assertThat(row.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void readsBackEveryAwkwardText(TableFormat format) {
        var rows = Samples.rows(written(format, AWKWARD.stream().map(List::of).toArray(List[]::new)));
        assertThat(rows).extracting(row -> row.text("lastName")).containsExactlyElementsOf(AWKWARD);
    }

    @Test
    void writesCsvForRussianSpreadsheets() {
        var text = new String(bytes(TableFormat.CSV, Arrays.asList("=HYPERLINK(1)", LocalDate.of(2026, 11, 22), 1.5, -5, false, null, "a;\"b\"")),
                StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFФамилия;Дата рождения;").endsWith("\r\n'=HYPERLINK(1);2026-11-22;1,5;-5;нет;;\"a;\"\"b\"\"\"\r\n");
    }

    /// Read by another implementation than ours.
    @Test
    void writesWorkbooksThatOthersRead() throws IOException {
        var bytes = bytes(TableFormat.XLSX, List.of("=1+1", LocalDate.of(2026, 11, 22), 1.5, -5, LocalDateTime.of(2026, 11, 22, 14, 30)));
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("Фамилия");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("'=1+1");
            assertThat(rows.get(1).getCellAsDate(1)).contains(LocalDateTime.of(2026, 11, 22, 0, 0));
            assertThat(rows.get(1).getCellAsNumber(2)).contains(new BigDecimal("1.5"));
            assertThat(rows.get(1).getCellAsNumber(3)).contains(new BigDecimal("-5"));
            assertThat(rows.get(1).getCellAsDate(4)).contains(LocalDateTime.of(2026, 11, 22, 14, 30));
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryDigit(TableFormat format) {
        var row = Samples.row(written(format, List.of(1234567890123456789L, LocalDate.of(1861, 3, 3), new BigDecimal("0.1234567890123456789"))));
        assertThat(row.text("lastName")).isEqualTo("1234567890123456789");
        assertThat(row.date("birthDate")).isEqualTo("1861-03-03");
        assertThat(row.decimal("load")).isEqualByComparingTo("0.1234567890123456789");
    }

    @ParameterizedTest
    @EnumSource
    void writesNoNumberForWhatIsNone(TableFormat format) {
        var row = Samples.row(written(format, Arrays.asList("А", null, Double.NaN, null, null, null, Float.POSITIVE_INFINITY)));
        assertThat(row.raw()).containsExactly("А", "", "", "", "", "", "");
    }

    @Test
    void goesOnToTheNextSheetWhereOneIsFull() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new XlsxTableWriter(out, "Данные", List.of("Фамилия"), 3)) {
            for (int i = 1; i <= 5; i++) {
                writer.row(List.of("Р" + i));
            }
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getSheets()).extracting(sheet -> sheet.getName() + sheet.read().size()).containsExactly("Данные3", "Данные 23", "Данные 32");
        }
        assertThat(Samples.rows(Samples.file(folder, out.toByteArray()))).hasSize(2);
    }

    @Test
    void writesSeveralTablesIntoOneFile() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new XlsxTableWriter(out, "Люди", List.of("Фамилия"))) {
            writer.row(List.of("Иванова"));
            writer.table("Итого", List.of("Число"));
            writer.row(List.of(1));
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getSheets()).extracting(sheet -> sheet.getName() + sheet.read().getLast().getCellText(0))
                    .containsExactly("ЛюдиИванова", "Итого1");
        }
        var text = new ByteArrayOutputStream();
        try (var writer = new CsvTableWriter(text, List.of("Фамилия", "Имя"))) {
            writer.table("Итого", List.of("Число"));
            writer.row(List.of(1));
        }
        assertThat(text.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFFФамилия;Имя\r\n\r\nИтого\r\nЧисло\r\n1\r\n");
    }

    @Test
    void cutsTextsThatNoCellOfAWorkbookHolds() {
        var row = Samples.row(written(TableFormat.XLSX, List.of("я".repeat(40_000))));
        assertThat(row.raw().getFirst()).hasSize(32_767).endsWith("я…");
    }

    private Path written(TableFormat format, List<?>... rows) {
        return Samples.file(folder, bytes(format, rows));
    }

    private static byte[] bytes(TableFormat format, List<?>... rows) {
        var out = new ByteArrayOutputStream();
        try (var writer = TableWriter.open(out, format, TITLES)) {
            Arrays.stream(rows).forEach(writer::row);
        }
        return out.toByteArray();
    }
}
