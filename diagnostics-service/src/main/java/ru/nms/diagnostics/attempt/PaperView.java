package ru.nms.diagnostics.attempt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import ru.nms.diagnostics.instrument.Option;
import ru.nms.diagnostics.instrument.Paper;
import ru.nms.diagnostics.scoring.TaskKind;

/// The tasks of an attempt, as the person gets them: nothing of a key is there, not even in the order of things.
record PaperView(UUID attemptId, String title, List<TaskView> tasks) {

    /// @param criteria by what an open answer will be judged
    record TaskView(UUID id, String block, int number, TaskKind kind, String stem, List<Option> options, List<Option> targets,
                    BigDecimal points, List<String> criteria) {}

    static PaperView of(Attempt attempt, Paper paper) {
        return new PaperView(attempt.id(), paper.title(), paper.of(attempt.variant()).stream()
                .map(item -> task(item, attempt)).toList());
    }

    private static TaskView task(Paper.Item item, Attempt attempt) {
        boolean ordering = item.kind() == TaskKind.ORDERING;
        return new TaskView(item.id(), item.block(), item.number(), item.kind(), item.stem(),
                ordering ? shuffled(item.options(), attempt, item) : item.options(), shuffled(item.targets(), attempt, item),
                item.points(), item.criteria().stream().map(criterion -> criterion.title()).toList());
    }

    /// The same way each time the attempt is opened.
    private static List<Option> shuffled(List<Option> options, Attempt attempt, Paper.Item item) {
        var mixed = new ArrayList<>(options);
        Collections.shuffle(mixed, new Random(attempt.id().getLeastSignificantBits() ^ item.id().getLeastSignificantBits()));
        return List.copyOf(mixed);
    }
}
