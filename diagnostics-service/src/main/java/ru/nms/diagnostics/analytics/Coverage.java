package ru.nms.diagnostics.analytics;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.diagnostics.rule.Percent;
import ru.nms.platform.list.Paging;

/// How many of a group were reached by diagnostics.
///
/// @param period    absent where the time is not told apart
/// @param staff     who belongs to it; with the next one numerator and denominator
/// @param diagnosed of whom a result was taken
/// @param invited   who was in a campaign
/// @param percent   absent where there is no data
/// @param noData    nobody was invited and no result was given: that is not the same as nobody having come
@JsonInclude(JsonInclude.Include.NON_NULL)
record Coverage(String key, String title, @Nullable String period, long staff, long diagnosed, long invited, @Nullable BigDecimal percent, boolean noData) {

    String order() {
        return Paging.order(title, key, period);
    }

    static Coverage of(String key, String title, String period, long staff, long diagnosed, long invited) {
        boolean none = staff == 0 || diagnosed == 0 && invited == 0;
        return new Coverage(key, title, period.isEmpty() ? null : period, staff, diagnosed, invited,
                none ? null : Percent.shown(BigDecimal.valueOf(diagnosed), BigDecimal.valueOf(staff)), none);
    }
}
