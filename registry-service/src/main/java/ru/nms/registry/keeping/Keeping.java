package ru.nms.registry.keeping;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// What descriptions of registers share.
public final class Keeping {

    /// Condition of a filter `on` over `since` and `until`, the first day on which it no longer holds.
    public static final String ON = "e.since <= :on AND (e.until IS NULL OR e.until > :on)";

    private Keeping() {}

    /// Times that can be.
    public static Faults times(@Nullable LocalDate since, @Nullable LocalDate until) {
        return new Faults().unless(since == null || until == null || until.isAfter(since), Fault.at("/until", "ends-before-start"));
    }
}
