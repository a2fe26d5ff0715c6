package ru.nms.platform.register;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.imports.ImportKind.Verdict;

/// What the rows of a batch have made of a register so far. Rows of one key change the same entry, which is written once;
/// a row without a key is an entry of its own.
final class RegisterBatch<S> {

    private final Map<String, Entry<S>> stored;
    private final Map<String, Entry<S>> known;
    private final Map<UUID, Entry<S>> fresh = new LinkedHashMap<>();

    /// @param stored the entries that the rows may mean, by natural key
    RegisterBatch(Map<String, Entry<S>> stored) {
        this.stored = new HashMap<>(stored);
        this.known = new HashMap<>(stored);
    }

    /// As the rows before left it.
    @Nullable Entry<S> known(@Nullable String key) {
        return key == null ? null : known.get(key);
    }

    /// What returns to its origin is not written, whatever stood in between.
    Verdict put(@Nullable String key, UUID id, S content, Instant now) {
        var before = known(key);
        var origin = key == null ? null : stored.get(key);
        var next = origin == null ? Entry.first(id, content, now) : origin.become(content, now);
        if (key != null) {
            known.put(key, next);
        }
        if (next == origin) {
            fresh.remove(id);
            return Verdict.UNCHANGED;
        }
        fresh.put(id, next);
        return before == null ? Verdict.CREATED : content.equals(before.content()) ? Verdict.UNCHANGED : Verdict.CHANGED;
    }

    /// What is to be written; from then on it is what is stored.
    List<Entry<S>> taken() {
        var taken = List.copyOf(fresh.values());
        known.forEach((key, entry) -> {
            if (fresh.containsKey(entry.id())) {
                stored.put(key, entry);
            }
        });
        fresh.clear();
        return taken;
    }
}
