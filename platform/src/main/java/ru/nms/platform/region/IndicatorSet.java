package ru.nms.platform.region;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// The indicators of one edition; a report for a day uses the set that held on it. `validTo` is the last day.
public record IndicatorSet(String code, String title, LocalDate validFrom, @Nullable LocalDate validTo,
                           @Nullable String sourceClause, @Nullable String printedUnit, @Nullable Source source,
                           List<Indicator> indicators) {

    public IndicatorSet {
        indicators = Copies.list(indicators);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    public Optional<Indicator> indicator(String wanted) {
        return indicators.stream().filter(indicator -> indicator.code().equals(wanted)).findFirst();
    }
}
