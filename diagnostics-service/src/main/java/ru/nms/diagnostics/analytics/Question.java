package ru.nms.diagnostics.analytics;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.analytics.Period.Span;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;

/// What is asked of many people's results. Who works where is taken from the last day of the period.
///
/// @param grouping   of municipalities, when that is asked by
/// @param since      first day on which results were taken
/// @param until      last day on which they were taken
/// @param subject    of those who teach it
/// @param competence in this area
/// @param procedure  by this procedure
record Question(By by, @Nullable String grouping, LocalDate since, LocalDate until, Staff staff, @Nullable String subject,
                @Nullable String competence, @Nullable String procedure, Period over) {

    /// Ten years of months.
    private static final int MOST_SPANS = 120;

    /// @param today in the region
    static Question of(Asked asked, LocalDate today) {
        var until = Objects.requireNonNullElse(asked.until(), today);
        var since = Objects.requireNonNullElse(asked.since(), until.withDayOfYear(1));
        var faults = new Refusal.Faults().unless(!until.isBefore(since), Fault.at("until", "ends-before-start"))
                .unless((asked.by() == By.GROUPING) == (asked.grouping() != null),
                        Fault.at("grouping", asked.grouping() == null ? "required" : "not-allowed"))
                .unless(asked.over().count(since, until) <= MOST_SPANS, Fault.at("over", "too-many-periods", MOST_SPANS));
        faults.refuse();
        return new Question(asked.by(), asked.grouping(), since, until, asked.staff(), asked.subject(), asked.competence(),
                asked.procedure(), asked.over());
    }

    /// As the parameters of a request say it.
    record Asked(By by, @Nullable String grouping, @Nullable LocalDate since, @Nullable LocalDate until, Staff staff,
                 @Nullable String subject, @Nullable String competence, @Nullable String procedure, Period over) {}

    /// A year of the region as a whole.
    static Question ofYear(By by, int year) {
        return new Question(by, null, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Staff.ALL, null, null, null, Period.WHOLE);
    }

    List<Span> spans() {
        return over.spans(since, until);
    }

    Question by(By other) {
        return new Question(other, null, since, until, staff, subject, competence, procedure, over);
    }
}
