package ru.nms.diagnostics.scoring;

import java.math.BigDecimal;
import java.util.List;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// What scoring must know of a task.
///
/// @param points   for a full answer
/// @param options  codes of what is chosen, ordered or paired; in the order in which they are shown
/// @param targets  codes of that with which options are paired; there may be more of them than options
/// @param criteria by which an open answer is judged
public record TaskForm(TaskKind kind, BigDecimal points, List<String> options, List<String> targets,
                       List<Criterion> criteria) {

    private static final int MOST = 30;

    public static TaskForm of(TaskKind kind, int points, String... options) {
        return new TaskForm(kind, BigDecimal.valueOf(points), List.of(options), List.of(), List.of());
    }

    public TaskForm with(List<String> targets) {
        return new TaskForm(kind, points, options, targets, criteria);
    }

    public TaskForm judgedBy(Criterion... by) {
        return new TaskForm(kind, points, options, targets, List.of(by));
    }

    /// Whether the parts belong to the kind.
    ///
    /// @param pointer of the task
    public List<Fault> faults(String pointer) {
        var faults = new Faults().unless(points.signum() > 0, Fault.at(pointer + "/points", "positive"));
        codes(faults, pointer + "/options", options, switch (kind) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE, ORDERING -> 2;
            case MATCHING -> 1;
            case NUMBER, SHORT_TEXT, OPEN -> 0;
        });
        codes(faults, pointer + "/targets", targets, kind == TaskKind.MATCHING ? 2 : 0);
        if (kind == TaskKind.OPEN) {
            faults.unless(!criteria.isEmpty(), Fault.at(pointer + "/criteria", "required"))
                    .addAll(Criterion.faults(criteria, pointer + "/criteria"));
        } else {
            faults.unless(criteria.isEmpty(), Fault.at(pointer + "/criteria", "not-allowed"));
        }
        return faults.found();
    }

    /// @param least 0 where the kind has no such codes
    private static void codes(Faults faults, String pointer, List<String> codes, int least) {
        if (least == 0) {
            faults.unless(codes.isEmpty(), Fault.at(pointer, "not-allowed"));
            return;
        }
        faults.unless(codes.size() >= least && codes.size() <= MOST, Fault.at(pointer, "size", least, MOST));
        Codes.distinct(faults, pointer, codes);
    }
}
