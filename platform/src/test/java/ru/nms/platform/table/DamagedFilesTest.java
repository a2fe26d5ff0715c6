package ru.nms.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever arrives is read or refused with a code; nothing else may come out of the reader.
class DamagedFilesTest {

    private static final int TRIES = 400;

    @TempDir Path folder;

    private final Random random = new Random(20261122);

    @ParameterizedTest
    @EnumSource
    void readsOrRefusesADamagedFile(TableFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = TableWriter.open(out, format, Samples.PEOPLE.titles())) {
            for (int i = 0; i < 20; i++) {
                writer.row(List.of("Ёлкина \"" + i, LocalDate.EPOCH.plusDays(i), 1.5, i, true, List.of("a", "b"), "Высшая"));
            }
        }
        for (int i = 0; i < TRIES; i++) {
            read(damaged(out.toByteArray()));
        }
    }

    @Test
    void readsOrRefusesDamagedPartsOfAWorkbook() throws IOException {
        var row = "<row r='%d'><c r='A%1$d' t='s'><v>0</v></c><c r='B%1$d' s='1'><v>45000</v></c><c t='inlineStr'><is><t>1,5</t></is></c></row>";
        for (int i = 0; i < TRIES; i++) {
            var parts = Samples.parts(row.formatted(1).replace("1,5", "Стаж, лет").replace("<c r='B1' s='1'><v>45000</v>", "<c r='B1' t='s'><v>1</v>")
                    + row.formatted(2) + row.formatted(3));
            var names = List.copyOf(parts.keySet());
            var name = names.get(random.nextInt(names.size()));
            parts.put(name, new String(damaged(parts.get(name).getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1));
            read(Files.readAllBytes(Samples.zip(folder, parts)));
        }
    }

    private void read(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("damaged"), bytes);
        try (var reader = TableReader.open(file, Samples.PEOPLE)) {
            while (reader.hasNext()) {
                var row = reader.next();
                row.text("lastName");
                row.date("birthDate");
                row.decimal("load");
                row.integer("years");
                row.bool("young");
                row.codes("category");
                row.list("subjects");
                assertThat(row.raw()).hasSameSizeAs(reader.titles());
            }
        } catch (TableProblem e) {
            assertThat(e.code()).isNotEmpty();
        }
    }

    /// One to four bytes changed, or the end cut off.
    private byte[] damaged(byte[] bytes) {
        var damaged = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
        for (int i = random.nextInt(4); i >= 0 && damaged.length > 0; i--) {
            damaged[random.nextInt(damaged.length)] = random.nextBoolean() ? (byte) random.nextInt(256) : (byte) "<>/'=&;\"0".charAt(random.nextInt(9));
        }
        return damaged;
    }
}
