package ru.nms.registry.methodist;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// When a teacher and a methodist fit together.
final class AssignmentRules {

    private AssignmentRules() {}

    /// Everything that is wrong with a new assignment.
    static Faults making(Assignment.Draft draft, @Nullable Methodist methodist, boolean personKnown) {
        return times(draft, methodist)
                .unless(methodist != null, Fault.at("/methodistId", "unknown-methodist"))
                .unless(personKnown, Fault.at("/personId", "unknown-person"))
                .unless(methodist == null || !methodist.personId().equals(draft.personId()), Fault.at("/personId", "own-methodist"));
    }

    /// Everything that is wrong with other dates for an assignment.
    static Faults change(Assignment present, Assignment.Draft draft, Methodist methodist) {
        return times(draft, methodist)
                .unless(draft.methodistId().equals(present.methodistId()), Fault.at("/methodistId", "fixed"))
                .unless(draft.personId().equals(present.personId()), Fault.at("/personId", "fixed"));
    }

    private static Faults times(Assignment.Draft draft, @Nullable Methodist methodist) {
        var until = draft.until();
        var left = methodist == null ? null : methodist.until();
        return new Faults()
                .unless(until == null || until.isAfter(draft.since()), Fault.at("/until", "ends-before-start"))
                .unless(methodist == null || !draft.since().isBefore(methodist.since()), Fault.at("/since", "before-methodist"))
                .unless(left == null || draft.since().isBefore(left), Fault.at("/since", "after-methodist"));
    }
}
