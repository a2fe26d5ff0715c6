package ru.nms.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that cost little to send and much to read.
class BombTest {

    private static final String HEADER = "<row><c t='inlineStr'><is><t>Фамилия</t></is></c></row>";

    @TempDir Path folder;

    @Test
    void refusesAPartThatUnpacksTooMuch() {
        var file = Samples.xlsx(folder, HEADER + "<row>" + "<c/>".repeat(10 << 20) + "</row>");
        CsvReadingTest.assertProblem(() -> Samples.rows(file), "file-bomb", null);
    }

    @Test
    void refusesManyBytesInAll() {
        var limits = new TableLimits(10, 200, 4_000, 10_000, 200, 1_000);
        var small = Samples.xlsx(folder, HEADER);
        assertThat(TableReader.open(small, Samples.PEOPLE, limits).hasNext()).isFalse();
        var big = Samples.xlsx(folder, HEADER + "<row></row>".repeat(1_000));
        CsvReadingTest.assertProblem(() -> TableReader.open(big, Samples.PEOPLE, limits), "file-bomb", null);
    }

    @Test
    void refusesManyParts() {
        var parts = Samples.parts(HEADER);
        for (int i = 0; i < 1_000; i++) {
            parts.put("xl/media/" + i, "");
        }
        CsvReadingTest.assertProblem(() -> Samples.rows(Samples.zip(folder, parts)), "file-bomb", null);
    }

    @Test
    void refusesPiecesThatAParserWouldHoldWhole() {
        var attribute = Samples.xlsx(folder, HEADER + "<row r='2' x='" + "a".repeat(2 << 20) + "'/>");
        CsvReadingTest.assertProblem(() -> Samples.rows(attribute), "file-bomb", null);
        var depth = Samples.xlsx(folder, HEADER + "<a>".repeat(1_000));
        CsvReadingTest.assertProblem(() -> Samples.rows(depth), "file-broken", null);
    }

    @Test
    void refusesDocumentTypesAndEntities() {
        var parts = Samples.parts(HEADER + "<row><c t='inlineStr'><is><t>&b;</t></is></c></row>");
        parts.computeIfPresent("xl/worksheets/sheet1.xml", (part, xml) ->
                "<!DOCTYPE worksheet [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>" + xml);
        CsvReadingTest.assertProblem(() -> Samples.rows(Samples.zip(folder, parts)), "file-broken", null);
        var harmless = Samples.parts(HEADER);
        harmless.computeIfPresent("xl/worksheets/sheet1.xml", (part, xml) -> "<!DOCTYPE worksheet>" + xml);
        CsvReadingTest.assertProblem(() -> Samples.rows(Samples.zip(folder, harmless)), "file-broken", null);
        var outside = Samples.parts(HEADER + "<row><c t='inlineStr'><is><t>&f;</t></is></c></row>");
        outside.computeIfPresent("xl/worksheets/sheet1.xml", (part, xml) ->
                "<!DOCTYPE worksheet [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>" + xml);
        CsvReadingTest.assertProblem(() -> Samples.rows(Samples.zip(folder, outside)), "file-broken", null);
    }

    @Test
    void cutsCellsThatAreFarTooLongAndSaysSo() {
        var row = Samples.rows(Samples.xlsx(folder, HEADER + "<row><c t='inlineStr'><is><t>" + "я".repeat(200_000) + "</t></is></c></row>")).getFirst();
        assertThat(row.text("lastName")).isNull();
        assertThat(Samples.codes(row)).containsExactly("cell-too-long");
        assertThat(row.raw().getFirst()).hasSize(1 << 16);
    }
}
