package ru.nms.platform.region;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// Young is who is not older than `maxAge` and within the first years after the first teaching post began. Which posts
/// those are is said by [PeopleRules#teaching].
public record YoungTeacherRule(int maxAge, boolean maxAgeInclusive, int firstYears, @Nullable Source source) {

    /// Days on which the person counts as young: `from` is the first one, `until` the first one after.
    public record Interval(LocalDate from, LocalDate until) {

        public boolean contains(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }

        public boolean neverHolds() {
            return !from.isBefore(until);
        }
    }

    /// Never empty-handed: a person who was too old at the start gets an interval that holds on no day.
    public Interval interval(LocalDate birthDate, LocalDate firstTeachingPost) {
        var tooOld = anniversary(birthDate, maxAgeInclusive ? maxAge + 1 : maxAge);
        var experienced = anniversary(firstTeachingPost, firstYears);
        var until = tooOld.isBefore(experienced) ? tooOld : experienced;
        return new Interval(firstTeachingPost, until.isBefore(firstTeachingPost) ? firstTeachingPost : until);
    }

    /// A year of a person born on 29 February is over when the last day of February is, so it ends on 1 March
    /// of a common year; `plusYears` alone would end it a day early.
    private static LocalDate anniversary(LocalDate day, int years) {
        var same = day.plusYears(years);
        return same.getDayOfMonth() == day.getDayOfMonth() ? same : same.plusDays(1);
    }
}
