package ru.nms.diagnostics.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;

/// What one judge thinks of an open answer: a mark by the code of each criterion.
public record Marks(Map<String, Integer> byCriterion) {

    /// Whether there is a possible mark for each criterion, and for nothing else.
    ///
    /// @param pointer of the marks
    public List<Fault> faults(TaskForm task, String pointer) {
        var faults = new ArrayList<Fault>();
        for (var criterion : task.criteria()) {
            var mark = (@Nullable Integer) byCriterion.get(criterion.code());
            if (mark == null) {
                faults.add(Fault.at(pointer + "/" + criterion.code(), "required"));
            } else if (mark < 0 || mark > criterion.levels()) {
                faults.add(Fault.at(pointer + "/" + criterion.code(), "out-of-range", 0, criterion.levels()));
            }
        }
        var codes = task.criteria().stream().map(Criterion::code).toList();
        byCriterion.keySet().stream().filter(code -> !codes.contains(code))
                .forEach(code -> faults.add(Fault.at(pointer, "unknown-option", code)));
        return faults;
    }

    int of(Criterion criterion) {
        return byCriterion.getOrDefault(criterion.code(), 0);
    }
}
