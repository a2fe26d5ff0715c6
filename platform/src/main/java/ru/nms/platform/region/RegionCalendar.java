package ru.nms.platform.region;

import java.time.Clock;
import java.time.LocalDate;

/// What day it is in the region: dates of the rules are days there, not in UTC.
///
/// @param clock in the region's time zone
public record RegionCalendar(Clock clock) {

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
