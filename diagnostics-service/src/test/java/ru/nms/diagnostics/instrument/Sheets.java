package ru.nms.diagnostics.instrument;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// Everything that stands in a file, be it packed or not.
public final class Sheets {

    private Sheets() {}

    public static String text(byte[] file) {
        return file[0] == 'P' && file[1] == 'K' ? unpacked(file) : new String(file, UTF_8);
    }

    /// What somebody reads in it, cell by cell, with bars between.
    public static String cells(byte[] file) {
        return text(file).replaceAll("(<[^>]*>\\s*)+", "|");
    }

    private static String unpacked(byte[] file) {
        var all = new StringBuilder();
        try {
            var place = Files.createTempFile("table", ".zip");
            Files.write(place, file);
            try (var zip = new ZipFile(place.toFile())) {
                for (var entry : zip.stream().toList()) {
                    all.append(new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
                }
            } finally {
                Files.delete(place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Pattern.compile("&#x([0-9a-f]+);").matcher(all)
                .replaceAll(entity -> Character.toString(Integer.parseInt(entity.group(1), 16)));
    }
}
