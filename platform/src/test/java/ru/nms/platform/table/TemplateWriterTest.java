package ru.nms.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateWriterTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void makesATableThatIsReadAsEmpty(TableFormat format) {
        try (var reader = TableReader.open(Samples.file(folder, template(format)), Samples.PEOPLE)) {
            assertThat(reader.format()).isEqualTo(format);
            assertThat(reader.titles()).isEqualTo(Samples.PEOPLE.titles());
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void explainsEveryColumnOnTheSecondSheet() throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(template(TableFormat.XLSX)))) {
            var sheet = workbook.getSheet(1).orElseThrow();
            assertThat(sheet.getName()).isEqualTo("Инструкция");
            var rows = sheet.read();
            assertThat(rows.get(1).stream().map(cell -> cell.getText()))
                    .containsExactly("Фамилия / Фамилия работника", "да", "Текст", "", "Фамилия", "");
            assertThat(rows.get(2).getCellText(5)).isEqualTo("Как в паспорте");
            assertThat(rows.get(7).getCellText(3)).isEqualTo("Первая\nВысшая");
            assertThat(rows.getLast().getCellText(0)).contains("4000");
        }
    }

    @Test
    void offersListsAndFormats() throws IOException {
        var bytes = template(TableFormat.XLSX);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var lists = workbook.getSheet(2).orElseThrow();
            assertThat(lists.getVisibility()).isEqualTo(SheetVisibility.HIDDEN);
            assertThat(lists.read().get(1).getCellText(6)).isEqualTo("Высшая");
        }
        try (var zip = new ZipFile(Samples.file(folder, bytes).toFile())) {
            var sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(sheet).contains("sqref=\"G2:G1048576\"").contains("!$G$1:$G$2").contains("frozen");
            assertThat(new String(zip.getInputStream(zip.getEntry("xl/styles.xml")).readAllBytes(), StandardCharsets.UTF_8)).contains("dd.mm.yyyy");
        }
    }

    private static byte[] template(TableFormat format) {
        var out = new ByteArrayOutputStream();
        TemplateWriter.write(out, format, Samples.PEOPLE);
        return out.toByteArray();
    }
}
