package ru.nms.diagnostics.analytics;

/// Stretches of time apart from each other, as SQL over a day.
enum Period {
    WHOLE("CAST('' AS text)"),
    YEAR("to_char(%s, 'YYYY')"),
    QUARTER("to_char(%s, 'YYYY-\"Q\"Q')"),
    MONTH("to_char(%s, 'YYYY-MM')");

    private final String sql;

    Period(String sql) {
        this.sql = sql;
    }

    String of(String day) {
        return sql.formatted(day);
    }
}
