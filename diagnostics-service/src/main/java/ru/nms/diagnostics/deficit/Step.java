package ru.nms.diagnostics.deficit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import ru.nms.diagnostics.deficit.Course.Closed;
import ru.nms.diagnostics.deficit.Course.None;
import ru.nms.diagnostics.deficit.Course.Open;
import ru.nms.diagnostics.rule.Rulebook;

/// One turn in the course of a deficit, and the result that is its evidence.
///
/// @param level after the turn; the last one before it was closed
record Step(Turn turn, LocalDate on, String level, UUID resultId) {

    enum Turn { OPENED, LEVEL_CHANGED, CLOSED, REOPENED }

    /// @param attempts in the order in which they were taken
    static List<Step> of(List<Attempt> attempts, Rulebook rules) {
        var steps = new ArrayList<Step>();
        Course course = new None();
        for (var attempt : attempts) {
            var next = course.on(attempt.finding(rules));
            note(course, next, attempt, steps);
            course = next;
        }
        return steps;
    }

    private static void note(Course before, Course after, Attempt attempt, List<Step> steps) {
        switch (after) {
            case None none -> { }
            case Open open -> {
                switch (before) {
                    case None none -> steps.add(new Step(Turn.OPENED, attempt.takenOn(), open.level(), attempt.resultId()));
                    case Closed closed -> steps.add(new Step(Turn.REOPENED, attempt.takenOn(), open.level(), attempt.resultId()));
                    case Open same -> {
                        if (!same.level().equals(open.level())) {
                            steps.add(new Step(Turn.LEVEL_CHANGED, attempt.takenOn(), open.level(), attempt.resultId()));
                        }
                    }
                }
            }
            case Closed closed -> {
                if (before instanceof Open) {
                    steps.add(new Step(Turn.CLOSED, attempt.takenOn(), closed.level(), attempt.resultId()));
                }
            }
        }
    }
}
