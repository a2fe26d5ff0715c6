package ru.nms.diagnostics.attempt;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import ru.nms.diagnostics.instrument.Option;
import ru.nms.diagnostics.instrument.Paper;
import ru.nms.diagnostics.scoring.TaskKind;

/// The tasks of an attempt, as the person gets them: nothing of a key is there, not even in
/// the order of things or in their codes, which are the attempt's own where things are ordered or paired.
record PaperView(UUID attemptId, String title, List<TaskView> tasks) {

    /// @param criteria by what an open answer will be judged
    record TaskView(UUID id, String block, int number, TaskKind kind, String stem, List<Option> options, List<Option> targets,
                    BigDecimal points, List<String> criteria) {}

    static PaperView of(Attempt attempt, Paper paper) {
        var aliases = Aliases.of(attempt);
        return new PaperView(attempt.id(), paper.title(), paper.of(attempt.variant()).stream().map(aliases::shown)
                .map(PaperView::task).toList());
    }

    private static TaskView task(Paper.Item item) {
        return new TaskView(item.id(), item.block(), item.number(), item.kind(), item.stem(), item.options(), item.targets(),
                item.points(), item.criteria().stream().map(criterion -> criterion.title()).toList());
    }
}
