package ru.nms.diagnostics.person;

/// Who is young, as the registry tells it of the last stretch in which somebody is.
public final class Young {

    private Young() {}

    /// SQL: whether the person `p` is young on a day; no end is none yet.
    ///
    /// @param day a constant: the parameter with the day
    public static String on(String day) {
        return "coalesce(p.young_from <= %1$s AND (p.young_until IS NULL OR p.young_until > %1$s), false)".formatted(day);
    }
}
