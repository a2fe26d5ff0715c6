package ru.nms.diagnostics.analytics;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.diagnostics.analytics.CoverageStore.Counted;
import ru.nms.diagnostics.rule.Percent;
import ru.nms.platform.list.Paging;

/// How many of a group were reached by diagnostics.
///
/// @param period    absent where the time is not told apart
/// @param staff          who belongs to it
/// @param diagnosed      of whom a result was taken; in the area, where one is asked about
/// @param diagnosedAtAll of whom a result was taken in whatever area and by whatever procedure; absent unless an area is asked about
/// @param invited        who was in a campaign
/// @param percent        `diagnosed` of `staff`; where an area is asked about, of `diagnosedAtAll`. Absent where there is no data
/// @param noData         nobody was invited and no result was given: that is not the same as nobody having come. Where an area is
///                       asked about: nobody was diagnosed at all
@JsonInclude(JsonInclude.Include.NON_NULL)
record Coverage(String key, String title, @Nullable String period, long staff, long diagnosed, @Nullable Long diagnosedAtAll, long invited,
                @Nullable BigDecimal percent, boolean noData) {

    String order() {
        return Paging.order(title, key, period);
    }

    static Coverage of(Counted counted, String title) {
        boolean none = counted.staff() == 0 || counted.diagnosed() == 0 && counted.invited() == 0;
        return told(counted, title, null, counted.staff(), none);
    }

    /// Of one area: the share of those who were diagnosed at all, because who was never reached says nothing of areas.
    static Coverage inArea(Counted counted, String title) {
        return told(counted, title, counted.atAll(), counted.atAll(), counted.atAll() == 0);
    }

    private static Coverage told(Counted it, String title, @Nullable Long atAll, long base, boolean none) {
        return new Coverage(it.key(), title, it.period().isEmpty() ? null : it.period(), it.staff(), it.diagnosed(), atAll, it.invited(),
                none ? null : Percent.shown(BigDecimal.valueOf(it.diagnosed()), BigDecimal.valueOf(base)), none);
    }
}
