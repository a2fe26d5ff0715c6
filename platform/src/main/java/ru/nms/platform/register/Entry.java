package ru.nms.platform.register;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import tools.jackson.databind.JsonNode;

/// An entry of a register: what every entry has, and its content beside it in one JSON object.
///
/// @param shown what the register computes when it is read
public record Entry<S>(UUID id, long version, Instant createdAt, Instant changedAt, @JsonUnwrapped S content,
                       @JsonAnyGetter Map<String, JsonNode> shown) {

    public Entry(UUID id, long version, Instant createdAt, Instant changedAt, S content) {
        this(id, version, createdAt, changedAt, content, Map.of());
    }

    static <S> Entry<S> first(UUID id, S content, Instant now) {
        return new Entry<>(id, 1, now, now, content);
    }

    /// The next version; itself when the content says nothing new.
    Entry<S> become(S next, Instant now) {
        return content.equals(next) ? this : new Entry<>(id, version + 1, createdAt, now, next);
    }

    /// The same version with other content, before it is written.
    Entry<S> with(S derived) {
        return content.equals(derived) ? this : new Entry<>(id, version, createdAt, changedAt, derived);
    }

    /// A computed text; absent when there is none.
    public @Nullable String shown(String name) {
        var value = shown.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }
}
