package ru.nms.platform.region;

import java.time.LocalDate;
import java.time.Month;

import org.jspecify.annotations.Nullable;

/// The year a report is about. An academic year carries the number of the calendar year it ends in.
public record ReportingPeriod(Kind kind, Origin origin, @Nullable Source source) {

    public enum Kind { CALENDAR_YEAR, ACADEMIC_YEAR }

    /// `until` is the first day after.
    public record Span(int year, LocalDate from, LocalDate until) {}

    public Span year(int year) {
        var first = kind == Kind.CALENDAR_YEAR ? LocalDate.of(year, Month.JANUARY, 1) : LocalDate.of(year - 1, Month.SEPTEMBER, 1);
        return new Span(year, first, first.plusYears(1));
    }

    public Span containing(LocalDate day) {
        var span = year(day.getYear());
        return day.isBefore(span.until()) ? span : year(day.getYear() + 1);
    }
}
