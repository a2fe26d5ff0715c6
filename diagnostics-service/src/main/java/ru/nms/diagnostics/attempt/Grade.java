package ru.nms.diagnostics.attempt;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import ru.nms.diagnostics.instrument.Paper;
import ru.nms.diagnostics.result.Outcome;
import ru.nms.diagnostics.scoring.Key;
import ru.nms.diagnostics.scoring.Scoring;
import ru.nms.diagnostics.scoring.TaskKind;

/// What the answers of an attempt are worth: by task, and summed over the areas of the region. Pure.
///
/// @param points  earned in all
/// @param maximum possible in all
/// @param parts   by area; tasks whose competence belongs to none count in the sum alone
record Grade(BigDecimal points, BigDecimal maximum, List<Outcome.Part> parts) {

    /// Points of what machines score, by task.
    static Map<UUID, BigDecimal> scored(List<Paper.Item> tasks, List<SavedAnswer> answers) {
        var byTask = byTask(tasks);
        var points = new LinkedHashMap<UUID, BigDecimal>();
        for (var answer : answers) {
            var task = byTask.get(answer.taskId());
            if (task != null && task.kind() != TaskKind.OPEN) {
                points.put(task.id(), Scoring.points(task.form(), Objects.requireNonNullElseGet(task.key(), Key::none), answer.answer()));
            }
        }
        return points;
    }

    /// What people must judge: open tasks that were answered at all.
    static List<Paper.Item> open(List<Paper.Item> tasks, List<SavedAnswer> answers) {
        var byTask = byTask(tasks);
        return answers.stream().filter(answer -> answer.answer().text() != null && !answer.answer().text().isBlank())
                .map(answer -> byTask.get(answer.taskId())).filter(Objects::nonNull).filter(task -> task.kind() == TaskKind.OPEN)
                .toList();
    }

    private static Map<UUID, Paper.Item> byTask(List<Paper.Item> tasks) {
        var found = new HashMap<UUID, Paper.Item>();
        tasks.forEach(task -> found.put(task.id(), task));
        return found;
    }

    /// @param points by task; what is not there is worth nothing
    static Grade of(List<Paper.Item> tasks, Map<UUID, BigDecimal> points) {
        var earned = new LinkedHashMap<String, BigDecimal>();
        var possible = new LinkedHashMap<String, BigDecimal>();
        var sum = BigDecimal.ZERO;
        var most = BigDecimal.ZERO;
        for (var task : tasks) {
            var worth = points.getOrDefault(task.id(), BigDecimal.ZERO);
            sum = sum.add(worth);
            most = most.add(task.points());
            if (task.area() != null) {
                earned.merge(task.area(), worth, BigDecimal::add);
                possible.merge(task.area(), task.points(), BigDecimal::add);
            }
        }
        return new Grade(sum, most, earned.entrySet().stream()
                .map(area -> new Outcome.Part(area.getKey(), area.getValue(), Objects.requireNonNull(possible.get(area.getKey()))))
                .toList());
    }
}
