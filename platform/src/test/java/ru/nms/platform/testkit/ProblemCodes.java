package ru.nms.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds every problem and fault code written in the sources of a module, and says which of them lack words in one of
/// the two languages or a line in `docs/errors.md`:
/// `assertThat(ProblemCodes.missing("ru/nms/platform/problem/problems", "problems/registry")).isEmpty()`.
public final class ProblemCodes {

    private static final Pattern REFUSAL = Pattern.compile(
            "Refusal\\s*\\.(?:of\\(\\s*[^,()]+,|conflict\\()\\s*\"([a-z][a-z0-9.-]*)\"");
    private static final Pattern FAULT = Pattern.compile(
            "Fault\\s*\\.at\\(\\s*(?:[^,()]|\\([^()]*\\))+,\\s*\"([a-z][a-z0-9.-]*)\"");
    private static final Pattern MESSAGE = Pattern.compile("message\\s*=\\s*\"([a-z][a-z0-9.-]*)\"");

    private static final Pattern REFERENCE = Pattern.compile("(?:new Reference|Reference\\.titled)\\(\\s*\"([a-z-]+)\"");

    private ProblemCodes() {}

    /// The module is the one whose tests run; `docs/errors.md` is the repository's.
    public static List<String> missing(String... bundles) {
        var sources = read(Path.of("src/main/java"));
        var documented = readFile(repository().resolve("docs/errors.md"));
        var missing = new ArrayList<String>();
        for (var code : find(REFUSAL, sources)) {
            missing.addAll(unspoken(code + ".title", bundles));
            missing.addAll(undocumented(code, documented));
        }
        for (var code : find(FAULT, sources)) {
            missing.addAll(unspoken("fault." + code, bundles));
            missing.addAll(undocumented(code, documented));
        }
        for (var code : find(MESSAGE, sources)) {
            missing.addAll(unspoken("fault." + code, bundles));
            missing.addAll(undocumented(code, documented));
        }
        for (var thing : find(REFERENCE, sources)) {
            for (var code : List.of("unknown-" + thing, "ambiguous-" + thing)) {
                missing.addAll(unspoken("fault." + code, bundles));
                missing.addAll(undocumented(code, documented));
            }
        }
        return missing;
    }

    private static Iterable<String> find(Pattern pattern, String sources) {
        var codes = new TreeSet<String>();
        pattern.matcher(sources).results().map(result -> result.group(1)).forEach(codes::add);
        return codes;
    }

    private static List<String> unspoken(String key, String... bundles) {
        return Stream.of("ru", "en")
                .filter(language -> Stream.of(bundles).noneMatch(bundle -> ResourceBundle.getBundle(bundle,
                        Locale.of(language), ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)).containsKey(key)))
                .map(language -> key + " in " + language)
                .toList();
    }

    private static List<String> undocumented(String code, String documented) {
        return documented.contains("`" + code + "`") ? List.of() : List.of(code + " in docs/errors.md");
    }

    private static Path repository() {
        var here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs/errors.md")) ? here : here.getParent();
    }

    private static String read(Path sources) {
        try (var files = Files.walk(sources)) {
            return String.join("\n", files.filter(file -> file.toString().endsWith(".java"))
                    .map(ProblemCodes::readFile)
                    .flatMap(String::lines)
                    .filter(line -> !line.strip().startsWith("//"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readFile(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
