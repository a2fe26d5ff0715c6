package ru.nms.registry.organisation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// An act by which organisations go over into others. Both sides stay in the registry and point to each other, so that
/// a report of an earlier day finds those that were there.
///
/// @param on the first day of the new order
record Reorganisation(@NotNull Kind kind, @NotNull LocalDate on, @Nullable @Size(min = 1, max = 300) String document,
                      @NotEmpty @Size(max = 50) List<@NotNull UUID> predecessors,
                      @NotEmpty @Size(max = 50) List<@NotNull UUID> successors) {

    enum Kind {
        /// Several become one new organisation.
        MERGER(2, 50, 1, 1, true),
        /// One or several become part of one that goes on.
        ACCESSION(1, 50, 1, 1, true),
        /// One becomes several.
        DIVISION(1, 1, 2, 50, true),
        /// One goes on and gives part of its work to others.
        SEPARATION(1, 1, 1, 50, false),
        /// One becomes another.
        TRANSFORMATION(1, 1, 1, 1, true);

        private final int leastBefore;
        private final int mostBefore;
        private final int leastAfter;
        private final int mostAfter;
        private final boolean closes;

        Kind(int leastBefore, int mostBefore, int leastAfter, int mostAfter, boolean closes) {
            this.leastBefore = leastBefore;
            this.mostBefore = mostBefore;
            this.leastAfter = leastAfter;
            this.mostAfter = mostAfter;
            this.closes = closes;
        }

        /// Whether those who give way are no more afterwards.
        boolean closes() {
            return closes;
        }
    }

    Reorganisation {
        predecessors = Objects.requireNonNullElse(predecessors, List.of());
        successors = Objects.requireNonNullElse(successors, List.of());
    }

    /// Everything that is wrong with the act.
    ///
    /// @param known the named organisations that exist
    Faults check(Map<UUID, Organisation> known) {
        var faults = new Faults()
                .unless(between(distinct(predecessors), kind.leastBefore, kind.mostBefore),
                        Fault.at("/predecessors", "out-of-number", kind.leastBefore, kind.mostBefore))
                .unless(between(distinct(successors), kind.leastAfter, kind.mostAfter),
                        Fault.at("/successors", "out-of-number", kind.leastAfter, kind.mostAfter))
                .unless(predecessors.stream().noneMatch(successors::contains), Fault.at("/successors", "own-successor"));
        there("/predecessors", predecessors, known, faults);
        there("/successors", successors, known, faults);
        return faults;
    }

    private void there(String at, List<UUID> ids, Map<UUID, Organisation> known, Faults faults) {
        for (int n = 0; n < ids.size(); n++) {
            var organisation = known.get(ids.get(n));
            faults.unless(organisation != null, Fault.at(at + "/" + n, "unknown-organisation"))
                    .unless(organisation == null || organisation.closedOn() == null || organisation.closedOn().isAfter(on),
                            Fault.at(at + "/" + n, "closed-organisation"));
        }
    }

    private static int distinct(List<UUID> ids) {
        return new HashSet<>(ids).size();
    }

    private static boolean between(int number, int least, int most) {
        return number >= least && number <= most;
    }
}
