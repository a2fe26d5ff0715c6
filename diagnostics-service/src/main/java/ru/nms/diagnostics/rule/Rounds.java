package ru.nms.diagnostics.rule;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Rows of one diagnosis name one round, or none.
///
/// @param <K> what makes rows speak of the same diagnosis
public final class Rounds<K> {

    private final Map<K, String> named = new HashMap<>();

    /// The round that other rows of it named, where this one contradicts them.
    public @Nullable String other(K diagnosis, @Nullable String round) {
        var other = named.get(diagnosis);
        return round == null || round.equals(other) ? null : other;
    }

    public void name(K diagnosis, @Nullable String round) {
        if (round != null) {
            named.put(diagnosis, round);
        }
    }

    public Map<K, String> named() {
        return Map.copyOf(named);
    }
}
