package ru.nms.diagnostics.rule;

/// In which order diagnoses of a person count: as they were taken; of one moment, as they were recorded. A judgement that
/// comes late makes no attempt a later one.
public final class Recency {

    private Recency() {}

    /// @param of the alias of rows with `taken_on` and `taken_at`
    /// @param id their column that breaks ties
    public static String oldestFirst(String of, String id) {
        return "%1$s.taken_on, %1$s.taken_at, %1$s.%2$s".formatted(of, id);
    }

    public static String newestFirst(String of, String id) {
        return "%1$s.taken_on DESC, %1$s.taken_at DESC, %1$s.%2$s DESC".formatted(of, id);
    }
}
