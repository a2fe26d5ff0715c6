package ru.nms.diagnostics.deficit;

import java.time.LocalDate;
import java.util.UUID;

import ru.nms.platform.region.Origin;

/// How one deficit of one person went so far: opened by a weak result, closed by a strong one, opened again by the
/// next weak one. Pure: it follows from the results alone, in the order in which they were taken, so that a late,
/// corrected or annulled result leads to the same course as if it had been known at once.
sealed interface Course {

    /// What a result found about the competence.
    sealed interface Finding {

        /// Below a threshold.
        ///
        /// @param origin whose threshold it is
        record Weak(String level, Origin origin, LocalDate on, UUID resultId) implements Finding {}

        /// At or above the last threshold.
        record Strong(LocalDate on, UUID resultId) implements Finding {}
    }

    /// No result was ever weak.
    record None() implements Course {}

    /// @param resultId the result that gave the present level
    record Open(String level, Origin origin, LocalDate openedOn, UUID resultId) implements Course {}

    /// @param level    the last one before it was overcome
    /// @param resultId the evidence
    record Closed(String level, Origin origin, LocalDate openedOn, LocalDate closedOn, UUID resultId)
            implements Course {}

    /// The state machine. Every state meets every finding; the compiler notices a missing pair.
    default Course on(Finding finding) {
        return switch (this) {
            case None none -> switch (finding) {
                case Finding.Weak weak -> opened(weak);
                case Finding.Strong strong -> none;
            };
            case Open open -> switch (finding) {
                case Finding.Weak weak -> new Open(weak.level(), weak.origin(), open.openedOn(), weak.resultId());
                case Finding.Strong strong -> new Closed(open.level(), open.origin(), open.openedOn(), strong.on(),
                        strong.resultId());
            };
            case Closed closed -> switch (finding) {
                case Finding.Weak weak -> opened(weak);
                case Finding.Strong strong -> closed;
            };
        };
    }

    private static Open opened(Finding.Weak weak) {
        return new Open(weak.level(), weak.origin(), weak.on(), weak.resultId());
    }
}
