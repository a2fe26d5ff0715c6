package ru.nms.diagnostics.analytics;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// Stretches of time apart from each other, as SQL over a day and as days.
enum Period {
    WHOLE("CAST('' AS text)", "", 0),
    YEAR("to_char(%s, 'YYYY')", "yyyy", 12),
    QUARTER("to_char(%s, 'YYYY-\"Q\"Q')", "yyyy-'Q'Q", 3),
    MONTH("to_char(%s, 'YYYY-MM')", "yyyy-MM", 1);

    private final String sql;
    private final DateTimeFormatter name;
    private final int months;

    Period(String sql, String name, int months) {
        this.sql = sql;
        this.name = DateTimeFormatter.ofPattern(name, java.util.Locale.ROOT);
        this.months = months;
    }

    /// @param name as the SQL gives it
    record Span(String name, LocalDate first, LocalDate last) {}

    String of(String day) {
        return sql.formatted(day);
    }

    /// How many there can be between two days, one more or less.
    long count(LocalDate since, LocalDate until) {
        return this == WHOLE ? 1 : ChronoUnit.MONTHS.between(since, until) / months;
    }

    List<Span> spans(LocalDate since, LocalDate until) {
        return this == WHOLE ? List.of(new Span("", since, until)) : Stream.iterate(since, day -> !day.isAfter(until), this::next)
                .map(day -> new Span(name.format(day), day, next(day).isAfter(until) ? until : next(day).minusDays(1))).toList();
    }

    /// The first day of the one after.
    private LocalDate next(LocalDate day) {
        return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / months * months + 1).plusMonths(months);
    }
}
