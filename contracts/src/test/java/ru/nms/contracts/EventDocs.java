package ru.nms.contracts;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The words that stand in the sources above a record: what it is, and what its components mean.
///
/// @param about      the first sentences
/// @param components by name
record EventDocs(String about, Map<String, String> components) {

    private static final Pattern PARAM = Pattern.compile("^@param (\\w+)\\s+(.*)$");

    /// @param type a record of this module, nested or not
    static EventDocs of(Class<?> type) {
        var source = read(Path.of("src/main/java", type.getNestHost().getName().replace('.', '/') + ".java"));
        var comment = Pattern.compile("((?:^ *///.*\\n)+) *public record " + type.getSimpleName() + "\\(", Pattern.MULTILINE)
                .matcher(source);
        return comment.find() ? parse(comment.group(1)) : new EventDocs("", Map.of());
    }

    private static EventDocs parse(String comment) {
        Map<String, String> components = new HashMap<>();
        var about = new StringBuilder();
        var current = "";
        for (var line : comment.lines().map(text -> text.replaceFirst("^ *///", "").strip()).toList()) {
            var param = PARAM.matcher(line);
            if (param.matches()) {
                current = param.group(1);
                components.put(current, param.group(2));
            } else if (!current.isEmpty()) {
                components.merge(current, line, (before, more) -> (before + " " + more).strip());
            } else {
                about.append(line).append('\n');
            }
        }
        return new EventDocs(about.toString().lines().filter(line -> !line.isBlank()).collect(joining(" ")), components);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
