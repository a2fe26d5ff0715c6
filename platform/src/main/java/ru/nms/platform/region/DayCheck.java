package ru.nms.platform.region;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/// Days exist, spans do not run backwards, and the time zone is one.
final class DayCheck implements ProfileCheck {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Override
    public void check(Spot profile, Faults faults) {
        walk(profile, faults);
        try {
            ZoneId.of(profile.text("timeZone"));
        } catch (DateTimeException unknown) {
            faults.add("/timeZone", "\"%s\" is not a time zone; write it as Asia/Yekaterinburg.", profile.text("timeZone"));
        }
    }

    private static void walk(Spot spot, Faults faults) {
        if (DAY.matcher(spot.text()).matches()) {
            exists(spot, faults);
        }
        ordered(spot.at("from"), spot.at("to"), faults);
        ordered(spot.at("validFrom"), spot.at("validTo"), faults);
        spot.items().forEach(item -> walk(item, faults));
        spot.entries().forEach(entry -> walk(entry, faults));
    }

    private static void exists(Spot day, Faults faults) {
        try {
            LocalDate.parse(day.text());
        } catch (DateTimeException impossible) {
            faults.add(day.path(), "%s is not a day of the calendar.", day.text());
        }
    }

    /// ISO days and months sort as text.
    private static void ordered(Spot from, Spot to, Faults faults) {
        if (from.node().isString() && to.node().isString() && from.text().compareTo(to.text()) > 0) {
            faults.add(to.path(), "%s is before %s, where the span begins.", to.text(), from.text());
        }
    }
}
