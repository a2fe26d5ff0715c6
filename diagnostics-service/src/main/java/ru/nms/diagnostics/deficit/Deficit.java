package ru.nms.diagnostics.deficit;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.deficit.Course.Closed;
import ru.nms.diagnostics.deficit.Course.None;
import ru.nms.diagnostics.deficit.Course.Open;
import ru.nms.platform.region.Origin;

/// A professional deficit of one person in one competence.
record Deficit(UUID id, long version, UUID personId, String competence, String level, Origin origin, Status status,
               LocalDate openedOn, @Nullable LocalDate closedOn, UUID resultId) {

    enum Status { OPEN, CLOSED }

    /// @throws IllegalArgumentException for a course without a deficit
    static Deficit of(UUID id, long version, UUID personId, String competence, Course course) {
        return switch (course) {
            case Open open -> new Deficit(id, version, personId, competence, open.level(), open.origin(), Status.OPEN,
                    open.openedOn(), null, open.resultId());
            case Closed closed -> new Deficit(id, version, personId, competence, closed.level(), closed.origin(),
                    Status.CLOSED, closed.openedOn(), closed.closedOn(), closed.resultId());
            case None none -> throw new IllegalArgumentException("There is no deficit.");
        };
    }

    /// The same deficit after its course was followed anew; the same version when nothing changed.
    Deficit following(Course course) {
        var same = of(id, version, personId, competence, course);
        return same.equals(this) ? this : of(id, version + 1, personId, competence, course);
    }

    /// No valid result speaks for it any more.
    Deficit withdrawn() {
        return new Deficit(id, version + 1, personId, competence, level, origin, status, openedOn, closedOn, resultId);
    }
}
