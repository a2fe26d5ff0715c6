package ru.nms.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A large file needs no more memory than a small one.
class StreamingTest {

    private static final int ROWS = 300_000;
    /// Holding the rows would take more than 100 MB.
    private static final long ALLOWED_GROWTH = 24L << 20;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void writesAndReadsManyRowsInFlatMemory(TableFormat format) throws IOException {
        var file = folder.resolve("many");
        var before = usedHeap();
        long whileWriting;
        try (var out = new BufferedOutputStream(Files.newOutputStream(file)); var writer = TableWriter.open(out, format, Samples.PEOPLE.titles())) {
            for (int i = 0; i < ROWS; i++) {
                writer.row(cells(i));
            }
            whileWriting = usedHeap() - before;
        }
        assertThat(whileWriting).isLessThan(ALLOWED_GROWTH);
        assertThat(heapHeldAtTheEndOf(file) - before).isLessThan(ALLOWED_GROWTH);
    }

    /// What other programs write: every text in the table of shared texts.
    @Test
    void readsManySharedTextsInFlatMemory() throws IOException {
        var parts = Samples.parts("@");
        var file = folder.resolve("shared.xlsx");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new java.util.zip.ZipEntry(part.getKey()));
                fill(part.getKey(), part.getValue(), zip);
                zip.closeEntry();
            }
        }
        assertThat(heapHeldAtTheEndOf(file) - usedHeap()).isLessThan(ALLOWED_GROWTH);
    }

    /// The file goes wrong at its end; nobody notices before the reader is there.
    @Test
    void readsNoFurtherThanAsked() throws IOException {
        var csv = Samples.csv(folder, "Фамилия\n" + "Ёлкина\n".repeat(50_000) + "\"");
        var xlsx = Samples.xlsx(folder, "<row><c t='s'><v>0</v></c></row>" + "<row><c t='s'><v>0</v></c></row>".repeat(50_000) + "<broken");
        for (var file : List.of(csv, xlsx)) {
            try (var reader = TableReader.open(file, Samples.PEOPLE)) {
                assertThat(reader.next().text("lastName")).isNotNull();
            }
        }
        CsvReadingTest.assertProblem(() -> Samples.rows(csv), "csv-quotes", 50_002);
        CsvReadingTest.assertProblem(() -> Samples.rows(xlsx), "file-broken", null);
    }

    @Test
    void leavesNoFileOpenAndNoneBehind() throws IOException {
        var open = Path.of("/proc/self/fd");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(open));
        var good = Samples.xlsx(folder, "<row><c t='s'><v>0</v></c></row>");
        var bad = List.of(Samples.csv(folder, "\"a"), Samples.csv(folder, ""), Samples.csv(folder, "Рост\n"), Samples.xlsx(folder, "<row r='x'/>"),
                Samples.xlsx(folder, "<row><c t='s'><v>1</v></c></row>"), good);
        for (var file : bad) {
            try (var reader = TableReader.open(file, Samples.PEOPLE)) {
                assertThat(reader.hasNext()).isFalse();
            } catch (TableProblem e) {
                assertThat(e.code()).isNotEmpty();
            }
        }
        try (var descriptors = Files.list(open)) {
            assertThat(descriptors.map(StreamingTest::target)).noneMatch(target -> target.contains(folder.toString()) || target.contains("nms-table-"));
        }
    }

    private static long heapHeldAtTheEndOf(Path file) {
        try (var reader = TableReader.open(file, Samples.PEOPLE)) {
            int rows = 0;
            long held = 0;
            while (reader.hasNext()) {
                var row = reader.next();
                assertThat(row.text("lastName")).isNotNull();
                if (++rows == ROWS) {
                    held = usedHeap();
                }
            }
            assertThat(rows).isEqualTo(ROWS);
            return held;
        }
    }

    private static void fill(String name, String text, OutputStream out) throws IOException {
        if (name.endsWith("sharedStrings.xml")) {
            out.write("<sst><si><t>Фамилия</t></si>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < ROWS; i++) {
                out.write("<si><t>Фамилия работника, которая не повторяется, под номером %d</t></si>".formatted(i).getBytes(StandardCharsets.UTF_8));
            }
            out.write("</sst>".getBytes(StandardCharsets.UTF_8));
        } else if (text.contains("@</sheetData>")) {
            out.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i <= ROWS; i++) {
                out.write("<row><c t='s'><v>%d</v></c></row>".formatted(i).getBytes(StandardCharsets.UTF_8));
            }
            out.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        } else {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<?> cells(int i) {
        return List.of("Фамилия работника номер " + i, java.time.LocalDate.EPOCH.plusDays(i % 10_000), i / 7.0, i % 40, i % 2 == 0,
                List.of("Физика", "Химия " + i), "Первая");
    }

    /// After a collection that has certainly run.
    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
