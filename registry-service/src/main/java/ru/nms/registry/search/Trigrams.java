package ru.nms.registry.search;

/// The indexes by which parts of words are found.
public final class Trigrams {

    private Trigrams() {}

    /// SQL around a folded text or a pattern of it, in the form that the indexes hold.
    public static String key(String sql) {
        return "trigram_key(" + sql + ")";
    }
}
