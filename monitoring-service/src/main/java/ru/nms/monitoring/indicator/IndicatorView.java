package ru.nms.monitoring.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.region.Indicator;
import ru.nms.platform.region.Source;

/// One indicator as it is shown. Numerator and denominator are exact; `value` is rounded to one digit, half up.
///
/// @param value        absent when there are no data, over an empty whole, and when the share is in error
/// @param target       of the year of the period; absent where the source names none
/// @param asOf         the newest fact it knows of
/// @param source       where the region states the indicator
/// @param noDataReason `NOT_LEARNT`: nothing was heard of it yet; `DENOMINATOR_ZERO`: nobody to count
/// @param error        `SHARE_OVER_100`: the data contradict each other, so no value is shown
record IndicatorView(String code, String canonical, String title, Indicator.Unit unit, @Nullable Long numerator,
                     @Nullable Long denominator, @Nullable BigDecimal value, @Nullable BigDecimal target,
                     @Nullable Boolean met, @Nullable Instant asOf, @Nullable LocalDate measuredOn,
                     @Nullable Source source, Share.@Nullable NoData noDataReason, Share.@Nullable Error error) {

    static IndicatorView of(Listed listed, int year, @Nullable Value value, @Nullable Instant asOf) {
        var indicator = listed.indicator();
        var share = value == null ? Share.UNKNOWN : value.share();
        return new IndicatorView(indicator.code(), indicator.canonical(), indicator.title(), indicator.unit(),
                share.numerator(), share.denominator(), share.shown().orElse(null), indicator.target(year).orElse(null),
                share.exact().flatMap(exact -> indicator.met(exact, year)).orElse(null), asOf,
                value == null ? null : value.measuredOn(), indicator.source(), share.noData().orElse(null),
                share.error().orElse(null));
    }
}
