package ru.nms.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ru.nms.platform.testkit.Clause;

class RefusedRowsTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    @Clause("GW-009")
    void comesBackAsItWasAndIsReadAgain(TableFormat format) throws IOException {
        var original = Samples.csv(folder, "Предметы;Фамилия;Дата рождения\n=A;\"Б\nВ\";вчера\n-5;Г;31.12.1990\n");

        var first = refused(original, format);
        assertThat(Samples.rows(first)).extracting(Row::raw)
                .containsExactly(List.of("=A", "Б\nВ", "вчера"), List.of("-5", "Г", "31.12.1990"));
        assertThat(Samples.rows(first)).allSatisfy(row -> assertThat(row.faults()).isEmpty());

        var second = refused(first, format);
        assertThat(Samples.rows(second)).extracting(Row::raw).isEqualTo(Samples.rows(first).stream().map(Row::raw).toList());
        assertThat(cells(second, format)).containsExactly(List.of("Предметы", "Фамилия", "Дата рождения", "Ошибки"),
                List.of("'=A", "Б\nВ", "вчера", "Дата: не та; и ещё"), List.of("'-5", "Г", "31.12.1990", "Дата: не та; и ещё"));
    }

    private Path refused(Path file, TableFormat format) {
        var out = new ByteArrayOutputStream();
        try (var reader = TableReader.open(file, Samples.PEOPLE);
                var refused = RefusedRows.open(out, format, reader.titles())) {
            reader.forEachRemaining(row -> refused.row(row.raw(), List.of("Дата: не та", "и ещё")));
        }
        return Samples.file(folder, out.toByteArray());
    }

    private static List<List<String>> cells(Path file, TableFormat format) throws IOException {
        var cells = new ArrayList<List<String>>();
        try (var rows = format == TableFormat.CSV ? CsvRows.open(file, Samples.PEOPLE) : XlsxRows.open(file, TableLimits.DEFAULT)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                cells.add(row.cells());
            }
        }
        return cells;
    }
}
