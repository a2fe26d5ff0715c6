package ru.nms.platform.region;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// The approved measures. `responsible` and `executors` of a measure are codes of the executors list.
public record Roadmap(String code, String act, @Nullable Span period, List<Executor> executors,
                      List<Complex> complexes, List<Measure> measures, @Nullable Source source) {

    public record Span(LocalDate from, LocalDate to) {}

    public record Executor(String code, String name) {}

    public record Complex(String n, int direction, String title) {}

    public record Measure(String id, @Nullable String complex, String title, List<String> responsible,
                          List<String> executors, Term term, @Nullable String result, boolean resultShared,
                          @Nullable Source source) {

        public Measure {
            responsible = Copies.list(responsible);
            executors = Copies.list(executors);
        }
    }

    /// `raw` is the printed term. MONTHS has from and to, DATE a date, YEAR a year; YEARLY may have months or a first year.
    public record Term(String raw, TermKind kind, @Nullable YearMonth from, @Nullable YearMonth to,
                       List<Integer> months, @Nullable Integer year, @Nullable Integer fromYear,
                       @Nullable LocalDate date) {

        public Term {
            months = Copies.list(months);
        }
    }

    public enum TermKind { MONTHS, DATE, YEAR, YEARLY, HALF_YEARLY, ON_DEMAND }

    public Roadmap {
        executors = Copies.list(executors);
        complexes = Copies.list(complexes);
        measures = Copies.list(measures);
    }
}
