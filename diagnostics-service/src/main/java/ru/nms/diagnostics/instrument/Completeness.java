package ru.nms.diagnostics.instrument;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ru.nms.diagnostics.scoring.TaskKind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// Whether an instrument can be approved. What it says of keys never quotes one.
final class Completeness {

    private Completeness() {}

    /// @param competences of the instrument's framework
    static Faults check(int variants, List<Paper.Item> tasks, Set<String> competences) {
        var faults = new Faults().unless(!tasks.isEmpty(), Fault.at("/tasks", "required"));
        tasks.forEach(task -> check(task, variants, competences, faults));
        var blocks = tasks.stream().map(Paper.Item::block).collect(Collectors.toCollection(TreeSet::new));
        for (int variant = 1; variant <= variants; variant++) {
            for (var block : blocks) {
                faults.unless(of(tasks, variant).stream().anyMatch(task -> task.block().equals(block)),
                        Fault.at("/variants/" + variant, "block-without-tasks", block));
            }
        }
        var maxima = IntStream.rangeClosed(1, variants)
                .mapToObj(variant -> of(tasks, variant).stream().mapToInt(task -> task.points().intValueExact()).sum())
                .collect(Collectors.toCollection(TreeSet::new));
        return faults.unless(maxima.size() == 1, Fault.at("/variants", "unequal-variants",
                maxima.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }

    private static List<Paper.Item> of(List<Paper.Item> tasks, int variant) {
        return tasks.stream().filter(task -> task.isIn(variant)).toList();
    }

    private static void check(Paper.Item task, int variants, Set<String> competences, Faults faults) {
        var pointer = "/tasks/" + task.id();
        faults.addAll(task.form().faults(pointer))
                .unless(task.variant() == null || task.variant() <= variants, Fault.at(pointer + "/variant", "maximum", variants))
                .unless(competences.contains(task.competence()), Fault.at(pointer + "/competence", "unknown-competence"))
                .unless(sound(task), Fault.at(pointer + "/key", "no-valid-key"));
    }

    /// One fault for every way in which a key can be wrong: more would tell something of it.
    private static boolean sound(Paper.Item task) {
        var key = task.key();
        return key == null ? task.kind() == TaskKind.OPEN : key.faults(task.form(), "").isEmpty();
    }
}
