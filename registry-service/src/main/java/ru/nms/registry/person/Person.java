package ru.nms.registry.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.region.YoungTeacherRule.Interval;

/// A person of the registry.
///
/// @param young when the person counts as a young teacher; absent where the region has no rule, and for those who never do
record Person(UUID id, long version, Instant createdAt, Instant changedAt, Card card, @Nullable Interval young) {

    static Person enter(UUID id, Card card, @Nullable Interval young, Instant now) {
        return new Person(id, 1, now, now, card, young);
    }

    /// The same person with this card; itself when the card says nothing new.
    Person become(Card fresh, @Nullable Interval young, Instant now) {
        return fresh.equals(card) ? this : new Person(id, version + 1, createdAt, now, fresh, young);
    }

    boolean youngOn(LocalDate day) {
        return young != null && young.contains(day);
    }
}
