package ru.nms.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxReadingTest {

    private static final String HEADER = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>";
    private static final String NAME = "<c r='A2' t='inlineStr'><is><t>А</t></is></c>";

    @TempDir Path folder;

    @Test
    void readsTextsHoweverTheyAreStored() {
        var rows = read("<row r='2'><c r='A2' t='s'><v>0</v></c></row>"
                + "<row r='3'><c r='A3' t='inlineStr'><is><t xml:space='preserve'> a </t></is></c></row>"
                + "<row r='4'><c r='A4' t='inlineStr'><is><r><t>о</t></r><r><t>ба</t></r></is></c></row>"
                + "<row r='5'><c r='A5' t='str'><f>CONCAT(A2)</f><v>посчитано</v></c></row>"
                + "<row r='6'><c r='A6'><f>1+1</f><v>2</v></c></row>"
                + "<row r='7'><c r='A7' t='inlineStr'><is><t>a_x000D__x005F_x0041_b&amp;&lt;</t></is></c></row>"
                + "<row r='8'><c r='A8' t='b'><v>1</v></c></row>");
        assertThat(rows).extracting(row -> row.text("lastName"))
                .containsExactly("Фамилия", "a", "оба", "посчитано", "2", "a\n_x0041_b&<", "да");
    }

    @ParameterizedTest
    @CsvSource({"1,1900-01-01", "59,1900-02-28", "61,1900-03-01", "45000,2023-03-15", "'45000.75',2023-03-15", "2958465,9999-12-31", "2020,1905-07-12"})
    void readsDateCells(String stored, String date) {
        assertThat(birthDate("<c r='B2' s='1'><v>%s</v></c>".formatted(stored)).date("birthDate")).isEqualTo(date);
    }

    @Test
    void readsSerialsWithoutAFormatButNotYears() {
        assertThat(birthDate("<c r='B2'><v>45000</v></c>").date("birthDate")).isEqualTo("2023-03-15");
        assertThat(Samples.codes(afterDate("<c r='B2'><v>2020</v></c>"))).containsExactly("cell-date");
    }

    @Test
    void refusesTheDayThatNeverWas() {
        assertThat(birthDate("<c r='B2' s='1'><v>60</v></c>").text("birthDate")).isEqualTo("29.02.1900");
        assertThat(Samples.codes(afterDate("<c r='B2' s='1'><v>60</v></c>"))).containsExactly("cell-date");
    }

    @Test
    void readsDatesThatAreTexts() {
        assertThat(birthDate("<c r='B2' t='d'><v>2023-03-15T00:00:00</v></c>").date("birthDate")).isEqualTo("2023-03-15");
        assertThat(birthDate("<c r='B2' t='inlineStr'><is><t>15.03.2023</t></is></c>").date("birthDate")).isEqualTo("2023-03-15");
    }

    @Test
    void readsTheCalendarOfOldMacs() {
        var parts = Samples.parts(HEADER + "<row r='2'>" + NAME + "<c r='B2' s='1'><v>43538</v></c></row><row r='3'>"
                + NAME.replace("A2", "A3") + "<c r='B3'><v>43538</v></c></row>");
        parts.computeIfPresent("xl/workbook.xml", (part, xml) -> xml.replace("<sheets>", "<workbookPr date1904='1'/><sheets>"));
        assertThat(Samples.rows(Samples.zip(folder, parts))).extracting(row -> row.date("birthDate")).map(String::valueOf)
                .containsExactly("2023-03-15", "2023-03-15");
    }

    @ParameterizedTest
    @CsvSource({"0.30000000000000004,0.3", "79990001122,79990001122", "1E+20,100000000000000000000", "1.5,1.5", "-0.5,-0.5", "100,100"})
    void showsNumbersAsASpreadsheetDoes(String stored, String shown) {
        assertThat(birthDate("<c r='B2'><v>%s</v></c>".formatted(stored)).text("birthDate")).isEqualTo(shown);
    }

    @Test
    void knowsRowsAndColumnsByTheirPlace() {
        var rows = read("<row r='5'><c r='B5' s='1'><v>45000</v></c><c r='A5' t='s'><v>0</v></c></row><row/><row r='9'>"
                + NAME.replace("A2", "A9") + "</row><row><c t='s'><v>0</v></c></row>");
        assertThat(rows).extracting(Row::number).containsExactly(5, 9, 10);
        assertThat(rows.getFirst().text("lastName")).isEqualTo("Фамилия");
        assertThat(rows.getFirst().date("birthDate")).isEqualTo("2023-03-15");
    }

    @Test
    void readsNothingBehindTheRows() {
        var rows = read("<row r='2'>" + NAME + "</row></sheetData><extLst><row r='3'>" + NAME.replace("A2", "A3") + "</row></extLst><sheetData>");
        assertThat(rows).hasSize(1);
    }

    @Test
    void skipsRowsThatHaveOnlyFormats() {
        assertThat(read("<row r='2'>" + NAME + "</row><row r='3'><c r='A3' s='1'/><c r='B3' t='s'/></row>")).hasSize(1);
    }

    @Test
    void readsTheFirstSheetThatPeopleSee() {
        var parts = Samples.parts(HEADER + "<row r='2'>" + NAME + "</row>");
        parts.computeIfPresent("xl/workbook.xml", (part, xml) -> xml.replace("<sheets>",
                "<sheets><sheet name='0' sheetId='7' state='hidden' r:id='r2'/>"));
        assertThat(Samples.rows(Samples.zip(folder, parts))).hasSize(1);
    }

    @Test
    void readsWorkbooksWithoutStylesAndSharedTexts() {
        var parts = Samples.parts("<row><c t='inlineStr'><is><t>Фамилия</t></is></c></row><row>" + NAME + "</row>");
        parts.remove("xl/styles.xml");
        parts.remove("xl/sharedStrings.xml");
        assertThat(Samples.rows(Samples.zip(folder, parts))).hasSize(1);
    }

    @Test
    void toldDataFarToTheRightIsAFaultOfItsRow() {
        var rows = read("<row r='2'>" + NAME + "<c r='XFD2'><v>1</v></c></row>");
        assertThat(Samples.codes(rows.getFirst())).containsExactly("row-extra-cells");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<row r='2'><c r='ZZZZZZ2'><v>1</v></c></row>", "<row r='2'><c r='XFE2'><v>1</v></c></row>", "<row r='2'><c r='12'><v>1</v></c></row>",
            "<row r='2000000'><c r='A2'><v>1</v></c></row>", "<row r='x'/>", "<row r='2'><c r='A2'><v>много</v></c></row>",
            "<row r='2'><c r='A2' t='s'><v>7</v></c></row>", "<row r='2'><c r='A2' t='s'><v>-1</v></c></row>", "<row r='2'><c r='A2'><v>1</c></row>",
            "<row r='2'><c r='A2'><v>NaN</v></c></row>", "<row r='2'><c r='A2' t='str'><v>&nbsp;</v></c></row>", "<row r='2'><c r='A2'><v>1"})
    void refusesWhatNoSheetHas(String rows) {
        CsvReadingTest.assertProblem(() -> read(rows), "file-broken", null);
    }

    @Test
    void refusesArchivesWithoutAWorkbook() {
        var parts = Samples.parts(HEADER);
        parts.remove("_rels/.rels");
        CsvReadingTest.assertProblem(() -> Samples.rows(Samples.zip(folder, parts)), "file-not-xlsx", null);
        CsvReadingTest.assertProblem(() -> Samples.rows(Samples.file(folder, new byte[] {'P', 'K', 3, 4, 0, 0})), "file-broken", null);
        var noSheet = Samples.parts(HEADER);
        noSheet.remove("xl/worksheets/sheet1.xml");
        CsvReadingTest.assertProblem(() -> Samples.rows(Samples.zip(folder, noSheet)), "file-broken", null);
    }

    @ParameterizedTest
    @CsvSource({"dd.mm.yyyy,true", "'[$-419]d mmm yyyy;@',true", "'[h]:mm',true", "General,false", "'0.00',false", "'#,##0 \"дней\"',false",
            "'[Red]0;[Blue]-0',false", "'0\\d',false", "'_-* #,##0.00_-',false", "@,false"})
    void tellsDateFormatsFromOthers(String format, boolean date) {
        assertThat(XlsxStyles.isDate(format)).isEqualTo(date);
    }

    private Row birthDate(String cell) {
        return read("<row r='2'>" + NAME + cell + "</row>").getFirst();
    }

    private Row afterDate(String cell) {
        var row = birthDate(cell);
        assertThat(row.date("birthDate")).isNull();
        return row;
    }

    private List<Row> read(String rows) {
        return Samples.rows(Samples.xlsx(folder, HEADER + rows));
    }
}
