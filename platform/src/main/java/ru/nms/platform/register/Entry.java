package ru.nms.platform.register;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// An entry of a register: what every entry has, and its content beside it in one JSON object.
public record Entry<S>(UUID id, long version, Instant createdAt, Instant changedAt, @JsonUnwrapped S content) {

    static <S> Entry<S> first(UUID id, S content, Instant now) {
        return new Entry<>(id, 1, now, now, content);
    }

    /// The next version; itself when the content says nothing new.
    Entry<S> become(S next, Instant now) {
        return content.equals(next) ? this : new Entry<>(id, version + 1, createdAt, now, next);
    }
}
