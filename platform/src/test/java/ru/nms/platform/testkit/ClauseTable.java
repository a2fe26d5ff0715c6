package ru.nms.platform.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The end of `./nms test`: which requirements are proven by a test that ran and passed, which are open, which ids no
/// requirement has. An unknown id is a mistake and fails the run.
public final class ClauseTable {

    private static final String PASSED = "SUCCESSFUL";

    private final SortedMap<String, Boolean> tried = new TreeMap<>();
    private final Collection<String> known;

    ClauseTable(Collection<String> known) {
        this.known = known;
    }

    /// `ClauseTable docs/requirements.csv module/target/clauses.txt …`
    public static void main(String[] files) throws IOException {
        var table = new ClauseTable(ids(Files.readAllLines(Path.of(files[0]))));
        for (var file : List.of(files).subList(1, files.length)) {
            table.add(Files.readAllLines(Path.of(file)));
        }
        table.lines().forEach(System.out::println);
        System.exit(table.unknown().isEmpty() ? 0 : 1);
    }

    static List<String> ids(List<String> csv) {
        return csv.stream().skip(1).map(line -> line.substring(0, line.indexOf(';'))).toList();
    }

    /// One test that failed or was skipped is enough to leave its clauses open.
    void add(List<String> results) {
        for (var result : results) {
            var parts = result.split(" ", 2);
            tried.merge(parts[0], parts[1].equals(PASSED), Boolean::logicalAnd);
        }
    }

    Collection<String> unknown() {
        var unknown = new TreeSet<>(tried.keySet());
        known.forEach(unknown::remove);
        return unknown;
    }

    List<String> lines() {
        var lines = new ArrayList<>(List.of("Requirements   proven     of   open"));
        groups().forEach((group, ids) -> lines.add(line(group, ids)));
        lines.add(line("all", known));
        if (!unknown().isEmpty()) {
            lines.add("Unknown ids in @Clause: " + String.join(", ", unknown()));
        }
        return lines;
    }

    private Map<String, List<String>> groups() {
        return known.stream().collect(Collectors.groupingBy(ClauseTable::group, TreeMap::new, Collectors.toList()));
    }

    private String line(String name, Collection<String> ids) {
        var open = ids.stream().filter(id -> !tried.getOrDefault(id, false)).toList();
        return String.format(Locale.ROOT, "%-12s %8d %6d   %s", name, ids.size() - open.size(), ids.size(),
                name.equals("all") ? Integer.toString(open.size()) : numbers(open));
    }

    private static String numbers(List<String> open) {
        return open.isEmpty() ? "-" : open.stream().map(id -> id.substring(id.indexOf('-') + 1)).collect(Collectors.joining(" "));
    }

    private static String group(String id) {
        return id.substring(0, id.indexOf('-'));
    }
}
