package ru.nms.diagnostics.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import ru.nms.contracts.SurveyChanged.Figure;

/// Which groups of an anonymous survey may be told, so that no group of fewer than five shows, neither by itself nor as
/// the difference of others. Pure.
///
/// 1. Of fewer than five answers nothing is told.
/// 2. Values of a band with fewer than five answers are told as one, `OTHER`; where that is still fewer than five,
///    the smallest of the remaining values joins it. So every value told has at least five.
/// 3. Crossed with a second band, a municipality or a subject is told whole or not at all: only when each of its
///    cells is empty or has at least five.
/// 4. What is not told of a value of that second band, all rows together, must be empty or at least five as well;
///    where it is not, the smallest row told is given up, until it is.
///
/// 5. In a survey about health, a question that a group answered alike is not told of it; see [#discreet].
///
/// Nothing else is crossed. What can be computed from sums and differences is then a union of cells that are told, of
/// rows, or of what all given-up rows have in one column: each empty or of at least five.
final class Disclosure {

    static final int LEAST = 5;
    static final String OTHER = "OTHER";

    /// A told group: everybody, those of one value, or those of two.
    record Key(@Nullable Band by, String value, @Nullable Band crossed, String crossedValue) implements Comparable<Key> {

        static final Key ALL = new Key(null, "", null, "");

        static Key of(Band by, String value) {
            return new Key(by, value, null, "");
        }

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing((Key key) -> key.by == null ? -1 : key.by.ordinal()).thenComparing(Key::value)
                    .thenComparing(key -> key.crossed == null ? -1 : key.crossed.ordinal()).thenComparing(Key::crossedValue)
                    .compare(this, other);
        }
    }

    private final Map<Map<Band, String>, Long> people;
    private final Map<Band, Set<String>> folded = new HashMap<>();
    private final Map<Key, Long> told = new TreeMap<>();

    /// @param people how many stated exactly these values
    private Disclosure(Map<Map<Band, String>, Long> people) {
        this.people = people;
    }

    static Disclosure of(Map<Map<Band, String>, Long> people) {
        var disclosure = new Disclosure(people);
        disclosure.decide();
        return disclosure;
    }

    /// The groups that are told, and how many are in each.
    Map<Key, Long> told() {
        return told;
    }

    /// The groups told to which somebody who stated these values belongs.
    List<Key> groupsOf(Map<Band, String> stated) {
        var groups = new ArrayList<Key>();
        groups.add(Key.ALL);
        stated.forEach((band, value) -> groups.add(Key.of(band, name(band, value))));
        for (var place : Band.PLACES) {
            for (var trait : Band.TRAITS) {
                if (stated.containsKey(place) && stated.containsKey(trait)) {
                    groups.add(new Key(place, name(place, stated.get(place)), trait, name(trait, stated.get(trait))));
                }
            }
        }
        groups.removeIf(group -> !told.containsKey(group));
        return groups;
    }

    /// What may be told of the answers of the groups: not a question that everybody of a group, or of what differences of
    /// groups leave, answered alike, for then each one's answer would be told. Groups that can be taken from each other lose it
    /// together.
    ///
    /// @param answers by told group
    static Map<Key, List<Figure>> discreet(Map<Key, Tally> answers) {
        var all = answers.get(Key.ALL);
        var families = new HashMap<List<Object>, List<Key>>();
        answers.keySet().forEach(key -> families.computeIfAbsent(Arrays.asList(key.by(), key.crossed()), fresh -> new ArrayList<>()).add(key));
        var told = new TreeMap<Key, List<Figure>>();
        families.values().forEach(family -> {
            var sealed = new HashSet<String>(all == null ? Set.of() : all.unanimous());
            parts(family, answers).forEach(part -> sealed.addAll(part.unanimous()));
            family.forEach(key -> told.put(key, requireNonNull(answers.get(key)).figures().stream().filter(it -> !sealed.contains(it.question())).toList()));
        });
        return told;
    }

    /// The groups of a family, and what they leave of those that they are parts of.
    private static List<Tally> parts(List<Key> family, Map<Key, Tally> answers) {
        var parts = new ArrayList<>(family.stream().map(key -> requireNonNull(answers.get(key))).toList());
        var wholes = new HashMap<Key, List<Tally>>();
        family.forEach(key -> wholes(key).forEach(whole -> wholes.computeIfAbsent(whole, fresh -> new ArrayList<>()).add(requireNonNull(answers.get(key)))));
        wholes.forEach((whole, of) -> {
            var all = answers.get(whole);
            if (all != null) {
                parts.add(all.without(of));
            }
        });
        return parts;
    }

    private static List<Key> wholes(Key key) {
        return key.by() == null ? List.of() : key.crossed() == null ? List.of(Key.ALL)
                : List.of(Key.of(key.by(), key.value()), Key.of(key.crossed(), key.crossedValue()));
    }

    private String name(Band band, String value) {
        return folded.getOrDefault(band, Set.of()).contains(value) ? OTHER : value;
    }

    private void decide() {
        long all = people.values().stream().mapToLong(Long::longValue).sum();
        if (all < LEAST) {
            return;
        }
        told.put(Key.ALL, all);
        for (var band : Band.values()) {
            fold(band);
            count(band).forEach((value, number) -> told.put(Key.of(band, value), number));
        }
        for (var place : Band.PLACES) {
            Band.TRAITS.forEach(trait -> cross(place, trait));
        }
    }

    private Map<String, Long> count(Band band) {
        var counts = new TreeMap<String, Long>();
        people.forEach((stated, number) -> {
            if (stated.containsKey(band)) {
                counts.merge(name(band, stated.get(band)), number, Long::sum);
            }
        });
        return counts;
    }

    private void fold(Band band) {
        var bySize = count(band).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey())).toList();
        var joined = new HashSet<String>();
        long sum = 0;
        for (var value : bySize) {
            if (value.getValue() >= LEAST && (sum == 0 || sum >= LEAST)) {
                break;
            }
            joined.add(value.getKey());
            sum += value.getValue();
        }
        folded.put(band, joined);
    }

    private void cross(Band place, Band trait) {
        var rows = new TreeMap<String, Map<String, Long>>();
        people.forEach((stated, number) -> {
            if (stated.containsKey(place) && stated.containsKey(trait)) {
                rows.computeIfAbsent(name(place, stated.get(place)), fresh -> new TreeMap<>())
                        .merge(name(trait, stated.get(trait)), number, Long::sum);
            }
        });
        var whole = new TreeMap<String, Map<String, Long>>(rows);
        var rest = new HashMap<String, Long>();
        rows.forEach((value, row) -> {
            if (row.values().stream().anyMatch(number -> number < LEAST)) {
                giveUp(value, whole, rest);
            }
        });
        while (!whole.isEmpty() && rest.values().stream().anyMatch(number -> number < LEAST)) {
            giveUp(smallest(whole), whole, rest);
        }
        whole.forEach((value, row) -> row.forEach((crossed, number) -> told.put(new Key(place, value, trait, crossed), number)));
    }

    private static void giveUp(String value, Map<String, Map<String, Long>> whole, Map<String, Long> rest) {
        var row = whole.remove(value);
        if (row != null) {
            row.forEach((crossed, number) -> rest.merge(crossed, number, Long::sum));
        }
    }

    private static String smallest(TreeMap<String, Map<String, Long>> rows) {
        return rows.entrySet().stream().min(Comparator.comparing(row -> row.getValue().values().stream().mapToLong(Long::longValue).sum()))
                .orElseThrow().getKey();
    }
}
