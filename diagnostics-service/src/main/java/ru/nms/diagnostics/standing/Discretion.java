package ru.nms.diagnostics.standing;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which competences are told while keys are sealed, so that no task's points can be computed, neither from one competence
/// nor as what the total of the attempt or of an area, which results tell at once, leaves when the others are taken from it. Pure.
final class Discretion {

    private Discretion() {}

    /// One that has a single task is withheld; where that leaves one task alone, the smallest of the others joins it.
    ///
    /// @param tasks how many each competence has
    /// @param area  to which each belongs
    static Set<String> withheld(Map<String, Long> tasks, UnaryOperator<String> area) {
        var byArea = tasks.entrySet().stream().collect(Collectors.groupingBy(it -> area.apply(it.getKey()),
                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return byArea.values().stream().flatMap(some -> ofOneTotal(some).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ofOneTotal(Map<String, Long> tasks) {
        var hidden = tasks.entrySet().stream().filter(it -> it.getValue() == 1).map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
        if (hidden.size() == 1) {
            tasks.entrySet().stream().filter(it -> it.getValue() > 1)
                    .min(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey)
                    .ifPresent(hidden::add);
        }
        return hidden;
    }

    /// Besides, whatever is made of a withheld one: it would tell that one apart from its sisters.
    static boolean isWithheld(String code, Function<String, Stream<String>> sources, Set<String> hidden) {
        return sources.apply(code).anyMatch(hidden::contains);
    }
}
