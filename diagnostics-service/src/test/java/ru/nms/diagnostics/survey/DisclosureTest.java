package ru.nms.diagnostics.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ru.nms.diagnostics.survey.Disclosure.Key;
import ru.nms.platform.testkit.Clause;

class DisclosureTest {

    private static final Map<Band, Integer> VALUES = new EnumMap<>(Map.of(Band.MUNICIPALITY, 4, Band.SUBJECT, 3, Band.AGE, 3, Band.SEX, 2,
            Band.CATEGORY, 2, Band.EDUCATION, 2));

    @Test
    @Clause("DIA-026")
    void tellsNothingOfFewerThanFive() {
        assertThat(Disclosure.of(people(Band.SEX, Map.of("M", 2L, "F", 2L))).told()).isEmpty();
        assertThat(Disclosure.of(people(Band.SEX, Map.of("F", 5L))).told()).containsOnlyKeys(Key.ALL, Key.of(Band.SEX, "F"));
    }

    @Test
    @Clause("DIA-026")
    void tellsValuesOfFewAsOneWhichHasAtLeastFive() {
        assertThat(Disclosure.of(people(Band.AGE, Map.of("A", 9L, "B", 5L, "C", 4L))).told())
                .isEqualTo(new TreeMap<>(Map.of(Key.ALL, 18L, Key.of(Band.AGE, "A"), 9L, Key.of(Band.AGE, "OTHER"), 9L)));
        assertThat(Disclosure.of(people(Band.AGE, Map.of("A", 9L, "B", 3L, "C", 2L))).told())
                .containsEntry(Key.of(Band.AGE, "OTHER"), 5L).containsEntry(Key.of(Band.AGE, "A"), 9L);
        assertThat(Disclosure.of(people(Band.AGE, Map.of("A", 9L, "B", 5L))).told())
                .containsEntry(Key.of(Band.AGE, "B"), 5L).doesNotContainKey(Key.of(Band.AGE, "OTHER"));
    }

    /// X has one man; he would be the difference between all men and the men of Y.
    @Test
    void givesUpARowThatWouldBetrayWhatAnotherHides() {
        var people = new HashMap<Map<Band, String>, Long>();
        people.put(Map.of(Band.MUNICIPALITY, "X", Band.SEX, "M"), 1L);
        people.put(Map.of(Band.MUNICIPALITY, "X", Band.SEX, "F"), 9L);
        people.put(Map.of(Band.MUNICIPALITY, "Y", Band.SEX, "M"), 6L);
        people.put(Map.of(Band.MUNICIPALITY, "Y", Band.SEX, "F"), 6L);
        people.put(Map.of(Band.MUNICIPALITY, "Z", Band.SEX, "M"), 20L);
        people.put(Map.of(Band.MUNICIPALITY, "Z", Band.SEX, "F"), 20L);

        var told = Disclosure.of(people).told();

        assertThat(told).doesNotContainKey(cell("X", "M")).doesNotContainKey(cell("X", "F"))
                .doesNotContainKey(cell("Y", "M")).containsEntry(cell("Z", "M"), 20L)
                .containsEntry(Key.of(Band.MUNICIPALITY, "X"), 10L);
    }

    /// Whoever has every answer to every filter, and knows which groups were found empty, adds and subtracts as they like.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @Clause("DIA-026")
    void betraysNoGroupOfFewerThanFiveByAnySumsAndDifferences(long seed) {
        var random = new Random(seed);
        var atoms = atoms();
        var people = new HashMap<Map<Band, String>, Long>();
        for (int n = 20 + random.nextInt(300); n > 0; n--) {
            people.merge(atoms.get((int) (atoms.size() * random.nextDouble() * random.nextDouble())), 1L, Long::sum);
        }
        var disclosure = Disclosure.of(people);
        var possible = atoms.stream().filter(atom -> !knownToBeEmpty(atom, disclosure)).toList();
        var span = new Span();
        disclosure.told().keySet().forEach(key -> span.add(row(possible, atom -> disclosure.groupsOf(atom).contains(key))));

        assertThat(disclosure.told().values()).allMatch(number -> number >= 5);
        for (var group : groups()) {
            long number = people.entrySet().stream().filter(one -> belongs(one.getKey(), group)).mapToLong(Map.Entry::getValue).sum();
            if (number > 0 && number < 5) {
                assertThat(span.reaches(row(possible, atom -> belongs(atom, group)))).as("%s has %d", group, number).isFalse();
            }
        }
        leavesNoSmallRest(disclosure, people);
    }

    /// What is not told of a row, or of a column, all together.
    private static void leavesNoSmallRest(Disclosure disclosure, Map<Map<Band, String>, Long> people) {
        var told = disclosure.told();
        for (var place : Band.PLACES) {
            for (var trait : Band.TRAITS) {
                told.forEach((key, number) -> {
                    if (key.crossed() == null && (key.by() == place || key.by() == trait)) {
                        long shown = told.entrySet().stream()
                                .filter(cell -> cell.getKey().by() == place && cell.getKey().crossed() == trait)
                                .filter(cell -> key.value().equals(key.by() == place ? cell.getKey().value() : cell.getKey().crossedValue()))
                                .mapToLong(Map.Entry::getValue).sum();
                        assertThat(number - shown).as("%s by %s", key, trait).matches(rest -> rest == 0 || rest >= 5);
                    }
                });
            }
        }
        assertThat(told.getOrDefault(Key.ALL, 0L)).isEqualTo(people.values().stream().mapToLong(Long::longValue).sum());
    }

    private static boolean knownToBeEmpty(Map<Band, String> atom, Disclosure disclosure) {
        var groups = disclosure.groupsOf(atom);
        return Band.PLACES.stream().anyMatch(place -> Band.TRAITS.stream().anyMatch(trait -> {
            var row = groups.stream().filter(key -> key.by() == place && key.crossed() == null).findFirst();
            return row.isPresent()
                    && disclosure.told().keySet().stream().anyMatch(key -> key.crossed() == trait && key.by() == place
                            && key.value().equals(row.get().value()))
                    && groups.stream().noneMatch(key -> key.by() == place && key.crossed() == trait);
        }));
    }

    private static double[] row(List<Map<Band, String>> atoms, Predicate<Map<Band, String>> belongs) {
        return atoms.stream().mapToDouble(atom -> belongs.test(atom) ? 1 : 0).toArray();
    }

    private static boolean belongs(Map<Band, String> atom, Map<Band, String> group) {
        return group.entrySet().stream().allMatch(one -> one.getValue().equals(atom.get(one.getKey())));
    }

    private static List<Map<Band, String>> atoms() {
        return groups().stream().filter(group -> group.size() == VALUES.size()).toList();
    }

    /// Every combination of values that could be a filter.
    private static List<Map<Band, String>> groups() {
        List<Map<Band, String>> all = List.of(Map.of());
        for (var band : VALUES.entrySet()) {
            var more = new ArrayList<>(all);
            all.forEach(group -> IntStream.range(0, band.getValue()).forEach(n -> {
                var narrower = new EnumMap<Band, String>(Band.class);
                narrower.putAll(group);
                narrower.put(band.getKey(), band.getKey() + "-" + n);
                more.add(narrower);
            }));
            all = more;
        }
        return all;
    }

    private static Map<Map<Band, String>, Long> people(Band band, Map<String, Long> numbers) {
        var people = new HashMap<Map<Band, String>, Long>();
        numbers.forEach((value, number) -> people.put(Map.of(band, value), number));
        return people;
    }

    private static Key cell(String municipality, String sex) {
        return new Key(Band.MUNICIPALITY, municipality, Band.SEX, sex);
    }

    /// What can be computed from some sums: Gaussian elimination.
    private static final class Span {

        private static final double NOTHING = 1e-7;
        private final List<double[]> rows = new ArrayList<>();
        private final List<Integer> pivots = new ArrayList<>();

        void add(double[] row) {
            var rest = reduced(row);
            int pivot = pivot(rest);
            if (pivot >= 0) {
                double by = rest[pivot];
                rows.add(IntStream.range(0, rest.length).mapToDouble(i -> rest[i] / by).toArray());
                pivots.add(pivot);
            }
        }

        boolean reaches(double[] row) {
            return pivot(reduced(row)) < 0;
        }

        private double[] reduced(double[] row) {
            var rest = row.clone();
            for (int n = 0; n < rows.size(); n++) {
                double by = rest[pivots.get(n)];
                for (int i = 0; by != 0 && i < rest.length; i++) {
                    rest[i] -= by * rows.get(n)[i];
                }
            }
            return rest;
        }

        private static int pivot(double[] row) {
            int best = -1;
            for (int i = 0; i < row.length; i++) {
                if (Math.abs(row[i]) > NOTHING && (best < 0 || Math.abs(row[i]) > Math.abs(row[best]))) {
                    best = i;
                }
            }
            return best;
        }
    }
}
