package ru.nms.monitoring.indicator;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What was stored of one indicator on one territory in one period.
record Value(UUID id, long version, String code, String canonical, String territory, LocalDate periodFrom,
             LocalDate periodUntil, LocalDate measuredOn, @Nullable Long numerator, @Nullable Long denominator) {

    Share share() {
        return new Share(numerator, denominator);
    }
}
