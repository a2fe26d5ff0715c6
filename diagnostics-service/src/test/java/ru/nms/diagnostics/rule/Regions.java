package ru.nms.diagnostics.rule;

import java.time.Clock;
import java.time.Instant;

import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfiles;

/// The rules of a bundled region on a fixed day.
public final class Regions {

    private Regions() {}

    public static Rulebook rules(String region) {
        return rules(region, "2026-11-22T09:00:00Z");
    }

    static Rulebook rules(String region, String now) {
        var profile = RegionProfiles.load(region);
        return new Rulebook(profile, new RegionCalendar(Clock.fixed(Instant.parse(now), profile.timeZone())));
    }
}
