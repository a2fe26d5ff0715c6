package ru.nms.diagnostics.framework;

import java.util.Collection;

/// Whether a competence is mastered. What nobody measured is neither a yes nor a no.
public enum Mastery {

    MASTERED, NOT_MASTERED, NO_DATA;

    /// One no is enough for a no; nothing of nothing is no data.
    static Mastery all(Collection<Mastery> of) {
        return of.contains(NOT_MASTERED) ? NOT_MASTERED : of.isEmpty() || of.contains(NO_DATA) ? NO_DATA : MASTERED;
    }

    /// One yes is enough for a yes.
    static Mastery any(Collection<Mastery> of) {
        return of.contains(MASTERED) ? MASTERED : of.isEmpty() || of.contains(NO_DATA) ? NO_DATA : NOT_MASTERED;
    }
}
