package ru.nms.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// @param names   what to measure; empty for everything
/// @param people  in the registry
/// @param clients connections of either side
/// @param rounds  how often the two sides take turns; medians are quoted
/// @param run     how long one turn lasts
/// @param port    the first of the ports the measured process takes
/// @param takers  people who take an instrument at once
/// @param rows    of the imported file
record Options(Set<String> names, int people, int clients, int rounds, Duration run, int port, int takers, int rows) {

    static final List<String> NAMES = List.of("start", "memory", "read", "page", "search", "feed", "create", "visible", "import", "attempts");
    private static final Map<String, Integer> DEFAULTS = Map.of("--people", 100_000, "--clients", 16, "--rounds", 3,
            "--seconds", 4, "--port", 28_080, "--takers", 2_000, "--rows", 100_000);

    static Options parse(List<String> arguments) {
        Map<String, Integer> given = new HashMap<>(DEFAULTS);
        List<String> names = new ArrayList<>();
        for (var rest = arguments.iterator(); rest.hasNext();) {
            var word = rest.next();
            if (NAMES.contains(word)) {
                names.add(word);
            } else if (DEFAULTS.containsKey(word) && rest.hasNext()) {
                given.put(word, number(word, rest.next()));
            } else {
                throw new Broken("There is no benchmark and no option '%s'; benchmarks: %s; options: %s".formatted(word,
                        String.join(", ", NAMES), String.join(", ", DEFAULTS.keySet())));
            }
        }
        return new Options(Set.copyOf(names), value(given, "--people"), value(given, "--clients"),
                value(given, "--rounds"), Duration.ofSeconds(value(given, "--seconds")), value(given, "--port"), value(given, "--takers"), value(given, "--rows"));
    }

    boolean wants(String name) {
        return names.isEmpty() || names.contains(name);
    }

    private static int value(Map<String, Integer> given, String option) {
        return Objects.requireNonNull(given.get(option));
    }

    private static int number(String option, String text) {
        try {
            return Math.max(1, Integer.parseUnsignedInt(text));
        } catch (NumberFormatException cause) {
            throw new Broken("The option %s needs a number, not '%s'".formatted(option, text));
        }
    }
}
