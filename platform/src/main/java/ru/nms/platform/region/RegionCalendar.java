package ru.nms.platform.region;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// What day it is in the region: dates of the rules are days there, not in UTC.
///
/// @param clock in the region's time zone
public record RegionCalendar(Clock clock) {

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /// When a day begins there: days of the region bound instants, whatever zone a database session is in.
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    /// What the clocks of the region show at this moment, for what people read.
    public LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, clock.getZone());
    }
}
