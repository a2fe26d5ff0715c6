package ru.nms.diagnostics.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

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
