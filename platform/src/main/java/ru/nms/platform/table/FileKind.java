package ru.nms.platform.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Tells what a file is by its first bytes. Names and media types are not asked: they are what people get wrong.
final class FileKind {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private FileKind() {}

    static TableFormat of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var start = in.readNBytes(4);
            if (start.length == 0) {
                throw TableProblem.of(TableCode.FILE_EMPTY);
            }
            if (Arrays.equals(start, OLE2)) {
                throw TableProblem.of(TableCode.FILE_XLS);
            }
            return Arrays.equals(start, ZIP) ? TableFormat.XLSX : TableFormat.CSV;
        }
    }
}
