package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// The value of one indicator on one territory in one period.
///
/// @param code        code of the region profile (`T-3.3`)
/// @param canonical   code that is comparable between regions (`iom_coverage`)
/// @param territory   `region`, or the id of a municipality or organisation, or the code of a grouping unit
/// @param numerator   absent when there are no data
/// @param denominator absent for counts
public record IndicatorValueChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                                    String code, String canonical, String territory, LocalDate periodFrom,
                                    LocalDate periodUntil, @Nullable Long numerator, @Nullable Long denominator)
        implements Event {

    public static final Topic<IndicatorValueChanged> TOPIC =
            new Topic<>("monitoring.indicator-value.v1", IndicatorValueChanged.class);
}
