package ru.nms.platform.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files and columns for the tests of this package.
final class Samples {

    static final Columns PEOPLE = Columns.of(
            Column.text("lastName", "Фамилия", "Фамилия работника").mandatory().withExample("Фамилия"),
            Column.date("birthDate", "Дата рождения").withHint("Как в паспорте"),
            Column.of("load", Column.Kind.DECIMAL, "Учебная нагрузка"),
            Column.of("years", Column.Kind.INTEGER, "Стаж, лет"),
            Column.of("young", Column.Kind.BOOL, "Молодой учёный"),
            Column.text("subjects", "Предметы").multiple(),
            Column.coded("category", List.of(Column.Choice.of("FIRST", "Первая"), Column.Choice.of("HIGHEST", "Высшая", "высшая кв. категория")),
                    "Категория"));

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Samples() {}

    static Path csv(Path folder, String text) {
        return csv(folder, text, StandardCharsets.UTF_8);
    }

    static Path csv(Path folder, String text, Charset charset) {
        return file(folder, text.getBytes(charset));
    }

    static Path file(Path folder, byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "table", ".upload"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row> rows(Path file) {
        return rows(file, PEOPLE);
    }

    static List<Row> rows(Path file, Columns columns) {
        try (var reader = TableReader.open(file, columns)) {
            return reader.stream().toList();
        }
    }

    static Row row(Path file) {
        return rows(file).getFirst();
    }

    static List<String> codes(Row row) {
        return row.faults().stream().map(RowFault::code).toList();
    }

    /// A workbook with this inside `<sheetData>`; style 1 is a date.
    static Path xlsx(Path folder, String sheetData) {
        return zip(folder, parts(sheetData));
    }

    static Map<String, String> parts(String sheetData) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("_rels/.rels", relations("officeDocument xl/workbook.xml"));
        parts.put("xl/workbook.xml", "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='1' sheetId='1' r:id='r1'/></sheets></workbook>"
                .formatted(MAIN, RELATION));
        parts.put("xl/_rels/workbook.xml.rels",
                relations("worksheet worksheets/sheet1.xml", "styles styles.xml", "sharedStrings /xl/sharedStrings.xml"));
        parts.put("xl/styles.xml", ("<styleSheet xmlns='%s'><numFmts><numFmt numFmtId='165' formatCode='[$-419]dd\\.mm\\.yyyy;@'/></numFmts>"
                + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='165'/><xf numFmtId='22'/></cellXfs>"
                + "</styleSheet>").formatted(MAIN));
        parts.put("xl/sharedStrings.xml", "<sst xmlns='%s'><si><t>Фамилия</t></si><si><r><t>Дата</t></r><r><t> рождения</t></r><rPh><t>x</t></rPh></si></sst>"
                .formatted(MAIN));
        parts.put("xl/worksheets/sheet1.xml", "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(MAIN, sheetData));
        return parts;
    }

    static Path zip(Path folder, Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(folder, bytes.toByteArray());
    }

    private static String relations(String... relations) {
        var all = new StringBuilder("<Relationships>");
        int id = 1;
        for (var relation : Stream.of(relations).map(text -> text.split(" ")).toList()) {
            all.append("<Relationship Id='r%d' Type='%s/%s' Target='%s'/>".formatted(id++, RELATION, relation[0], relation[1]));
        }
        return all.append("</Relationships>").toString();
    }
}
