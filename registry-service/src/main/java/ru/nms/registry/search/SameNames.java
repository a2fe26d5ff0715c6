package ru.nms.registry.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import ru.nms.platform.list.Kind;
import ru.nms.platform.region.Terms;

/// The names that mean one thing in the region, and what is asked for under any of them.
final class SameNames {

    /// Of several things at once not every combination is looked for.
    private static final int MOST = 12;

    private final List<List<String>> things;

    SameNames(Terms terms) {
        this.things = terms.aliases().values().stream()
                .map(names -> names.stream().map(Kind::fold).distinct().sorted(Comparator.comparingInt(String::length).reversed()).toList())
                .filter(names -> names.size() > 1).toList();
    }

    /// What was asked, and the same under other names. The words of a name may stand apart; a part of one is no name.
    List<String> ways(String asked) {
        var ways = new LinkedHashSet<String>();
        ways.add(Kind.fold(asked));
        for (var names : things) {
            List.copyOf(ways).forEach(way -> others(words(way), names).forEach(ways::add));
        }
        return ways.stream().limit(MOST).toList();
    }

    private static Stream<String> others(Set<String> asked, List<String> names) {
        return names.stream().filter(name -> asked.containsAll(words(name))).findFirst().stream()
                .flatMap(meant -> names.stream().filter(name -> !name.equals(meant)).map(name -> {
                    var words = new ArrayList<>(asked);
                    words.removeAll(words(meant));
                    words.add(name);
                    return String.join(" ", words);
                }));
    }

    private static Set<String> words(String text) {
        return new LinkedHashSet<>(Arrays.asList(text.split(" ")));
    }
}
