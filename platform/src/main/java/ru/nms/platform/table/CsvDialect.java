package ru.nms.platform.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/// How a CSV file is written: its characters and its separator. Found by looking at the beginning of the file.
record CsvDialect(Charset charset, int bom, char separator) {

    private static final int LOOK = 1 << 16;
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final char[] SEPARATORS = {';', ',', '\t'};

    static CsvDialect of(Path file, Columns columns) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var start = in.readNBytes(LOOK);
            int bom = bom(start);
            var charset = bom == 0 ? withoutBom(start, in) : bom == 3 ? StandardCharsets.UTF_8 : utf16(start);
            var text = charset.decode(ByteBuffer.wrap(start, bom, start.length - bom)).toString();
            if (text.indexOf('\0') >= 0) {
                throw TableProblem.of(TableCode.FILE_NOT_TABLE);
            }
            return new CsvDialect(charset, bom, separator(text, columns));
        }
    }

    private static int bom(byte[] start) {
        if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return 3;
        }
        return start.length >= 2 && (start[0] & start[1]) == (byte) 0xFE && (start[0] ^ start[1]) == 1 ? 2 : 0;
    }

    private static Charset utf16(byte[] start) {
        return start[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    /// The first 64 KiB that have anything but ASCII decide: strictly valid UTF-8, or else Windows-1251. Russian text in
    /// Windows-1251 is not valid UTF-8 but for a few odd pairs of letters. A file of ASCII alone is both.
    private static Charset withoutBom(byte[] start, InputStream in) throws IOException {
        var chunk = start;
        while (chunk.length > 0) {
            if (!ascii(chunk)) {
                return utf8(chunk, chunk.length < LOOK) ? StandardCharsets.UTF_8 : WINDOWS_1251;
            }
            chunk = in.readNBytes(LOOK);
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean ascii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /// A character cut by the end of a chunk is no fault, one cut by the end of the file is.
    private static boolean utf8(byte[] bytes, boolean last) {
        var decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        return !decoder.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), last).isError();
    }

    /// The separator that finds the most known columns in the header; of equals, the one that finds the most cells.
    private static char separator(String text, Columns columns) {
        char best = ';';
        int most = -1;
        for (char candidate : SEPARATORS) {
            int score = score(text, candidate, columns);
            if (score > most) {
                best = candidate;
                most = score;
            }
        }
        return best;
    }

    /// A line of separators alone is empty, whichever of them is the one.
    private static boolean says(CsvRecord record) {
        return record.getFields().stream().anyMatch(cell -> cell.chars().anyMatch(Character::isLetterOrDigit));
    }

    private static int score(String text, char separator, Columns columns) {
        try (var records = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            return records.stream().filter(CsvDialect::says).findFirst().map(CsvRecord::getFields)
                    .map(cells -> 1_000 * (int) cells.stream().filter(cell -> columns.titled(cell) != null).count()
                            + Math.min(cells.size(), 999))
                    .orElse(0);
        } catch (CsvParseException | IOException e) {
            return 0;   // not readable so; another separator may do, and the reader itself says what is wrong
        }
    }
}
