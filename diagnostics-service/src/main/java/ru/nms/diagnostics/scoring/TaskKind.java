package ru.nms.diagnostics.scoring;

/// How a task is answered, and by that how it is scored.
public enum TaskKind {

    /// One option of several.
    SINGLE_CHOICE,
    /// Some options of several.
    MULTIPLE_CHOICE,
    /// All options in the right order.
    ORDERING,
    /// To each option its target.
    MATCHING,
    NUMBER,
    /// A word or two, compared with accepted texts.
    SHORT_TEXT,
    /// Read and judged by people.
    OPEN
}
