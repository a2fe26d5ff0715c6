package ru.nms.registry.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import ru.nms.platform.region.YoungTeacherRule.Interval;

/// A person of the registry.
///
/// @param young the stretches in which the person counts as a young teacher, each under the edition of the rules then in force;
///              none where the region has no rule, and for those who never do
record Person(UUID id, long version, Instant createdAt, Instant changedAt, Card card, List<Interval> young) {

    static Person enter(UUID id, Card card, List<Interval> young, Instant now) {
        return new Person(id, 1, now, now, card, young);
    }

    /// The same person with this card; itself when neither the card nor what follows from it is new.
    Person become(Card fresh, List<Interval> young, Instant now) {
        return fresh.equals(card) && young.equals(this.young) ? this : derived(fresh, young, now);
    }

    /// The same card under other rules.
    Person derivedAnew(List<Interval> young, Instant now) {
        return derived(card, young, now);
    }

    private Person derived(Card card, List<Interval> young, Instant now) {
        return new Person(id, version + 1, createdAt, now, card, young);
    }

    boolean youngOn(LocalDate day) {
        return young.stream().anyMatch(it -> it.contains(day));
    }
}
