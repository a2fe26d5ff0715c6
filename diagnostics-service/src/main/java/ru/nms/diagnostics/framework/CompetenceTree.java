package ru.nms.diagnostics.framework;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.framework.Standing.Measure;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// The competences of one version of a framework and what follows from one for another.
public final class CompetenceTree {

    /// @param parent code of the one above
    record Node(String code, String title, @Nullable String parent, @Nullable String area, @Nullable RollUp rollUp) {}

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> below;

    CompetenceTree(List<Node> all) {
        all.forEach(node -> nodes.put(node.code(), node));
        below = all.stream().filter(node -> node.parent() != null)
                .collect(Collectors.groupingBy(node -> String.valueOf(node.parent()), Collectors.mapping(Node::code, Collectors.toList())));
    }

    public Set<String> codes() {
        return nodes.keySet();
    }

    /// Its own area or the one above it; absent when nobody gave any.
    public @Nullable String area(String code) {
        for (var node = nodes.get(code); node != null; node = node.parent() == null ? null : nodes.get(node.parent())) {
            if (node.area() != null) {
                return node.area();
            }
        }
        return null;
    }

    /// How every competence stands when some were measured. One with a rule stands as the rule says, from those below.
    public Map<String, Mastery> rolledUp(Map<String, Mastery> measured) {
        var found = new HashMap<String, Mastery>();
        nodes.keySet().forEach(code -> stands(code, measured, found));
        return found;
    }

    /// How somebody stands in each competence of which anything is known, in the order of codes. What stands below one with a
    /// rule counts in its points; mastered it is by the rule alone.
    public List<Standing> standings(Map<String, Measure> measured) {
        var masteries = new HashMap<String, Mastery>();
        measured.forEach((code, measure) -> masteries.put(code, measure.mastery()));
        var all = rolledUp(masteries);
        return nodes.values().stream().flatMap(node -> {
            var sum = sum(node, measured);
            return sum == null ? Stream.empty() : Stream.of(new Standing(node.code(), node.title(), sum.points(), sum.maximum(),
                    Objects.requireNonNull(all.get(node.code())), sum.level()));
        }).toList();
    }

    private @Nullable Measure sum(Node node, Map<String, Measure> measured) {
        var own = measured.get(node.code());
        return node.rollUp() == null ? own : Stream.concat(Stream.ofNullable(own), children(node.code()).map(child -> sum(child, measured)))
                .filter(Objects::nonNull).reduce(Measure::plus).orElse(null);
    }

    /// The competences whose tasks make a standing: its own, and those below one with a rule.
    public Stream<String> sources(String code) {
        var node = Objects.requireNonNull(nodes.get(code));
        return node.rollUp() == null ? Stream.of(code) : Stream.concat(Stream.of(code), children(code).flatMap(child -> sources(child.code())));
    }

    private Stream<Node> children(String code) {
        return below.getOrDefault(code, List.of()).stream().map(child -> Objects.requireNonNull(nodes.get(child)));
    }

    private Mastery stands(String code, Map<String, Mastery> measured, Map<String, Mastery> found) {
        var known = found.get(code);
        if (known != null) {
            return known;
        }
        var rule = Objects.requireNonNull(nodes.get(code)).rollUp();
        Mastery mastery;
        if (rule == null) {
            mastery = measured.getOrDefault(code, Mastery.NO_DATA);
        } else {
            var children = new LinkedHashMap<String, Mastery>();
            below.getOrDefault(code, List.of()).forEach(child -> children.put(child, stands(child, measured, found)));
            mastery = rule.of(children);
        }
        found.put(code, mastery);
        return mastery;
    }

    /// What stands in the way of adopting it.
    ///
    /// @param areas whether the region names areas: then each competence needs one
    Faults check(boolean areas) {
        var faults = new Faults().unless(!nodes.isEmpty(), Fault.at("/competences", "required"));
        nodes.values().forEach(node -> {
            var pointer = "/competences/" + node.code();
            faults.unless(!areas || area(node.code()) != null, Fault.at(pointer + "/area", "required"));
            if (node.rollUp() != null) {
                faults.addAll(node.rollUp().check(pointer + "/rollUp", Set.copyOf(below.getOrDefault(node.code(), List.of()))).found());
            }
        });
        return faults;
    }
}
