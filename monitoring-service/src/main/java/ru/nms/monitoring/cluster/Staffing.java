package ru.nms.monitoring.cluster;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.region.Cluster;
import ru.nms.platform.region.Cluster.Band;

/// How many teachers there are to one methodist of a municipal service, and which level of the cluster that is.
///
/// @param ratio rounded to one digit, half up; the level follows from the exact one
/// @param flag  why there is no ratio or no level
record Staffing(@Nullable Long teachers, @Nullable Long methodists, @Nullable BigDecimal ratio, @Nullable Integer level,
                @Nullable Flag flag) {

    enum Flag { NO_DATA, NO_METHODISTS, BELOW_FIRST }

    static Staffing of(@Nullable Long teachers, @Nullable Long methodists, Cluster cluster) {
        if (teachers == null || methodists == null) {
            return new Staffing(teachers, methodists, null, null, Flag.NO_DATA);
        }
        if (methodists == 0) {
            return new Staffing(teachers, methodists, null, null, Flag.NO_METHODISTS);
        }
        var level = cluster.band(teachers, methodists).map(Band::n);
        var ratio = BigDecimal.valueOf(teachers).divide(BigDecimal.valueOf(methodists), 1, HALF_UP);
        return new Staffing(teachers, methodists, ratio, level.orElse(null), level.isPresent() ? null : Flag.BELOW_FIRST);
    }

    /// Sum over sum, never a mean of ratios. What is absent adds nothing.
    static Staffing total(Collection<Staffing> all, Cluster cluster) {
        return of(sum(all, Staffing::teachers).orElse(null), sum(all, Staffing::methodists).orElse(null), cluster);
    }

    private static Optional<Long> sum(Collection<Staffing> all, Function<Staffing, @Nullable Long> part) {
        return all.stream().map(part).filter(Objects::nonNull).reduce(Long::sum);
    }
}
