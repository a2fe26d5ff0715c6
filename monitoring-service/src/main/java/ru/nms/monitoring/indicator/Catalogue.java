package ru.nms.monitoring.indicator;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ru.nms.platform.region.IndicatorSet;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.region.ReportingPeriod.Span;

/// Which indicators the region has when, of those that are counted here.
record Catalogue(RegionProfile profile) {

    /// The indicators of the set in force on the day; none where the region has no such set or indicators.
    List<Listed> on(LocalDate day) {
        var edition = profile.on(day);
        return edition.indicatorSet(day).stream().flatMap(set -> listed(edition, set)).toList();
    }

    /// Those of every set that holds on some day of the period: a set may change within it.
    Collection<Listed> within(Span span) {
        var byCode = new LinkedHashMap<String, Listed>();
        editions().forEach(edition -> edition.indicatorSets().stream().filter(set -> overlaps(set, span))
                .flatMap(set -> listed(edition, set))
                .forEach(listed -> byCode.putIfAbsent(listed.indicator().code(), listed)));
        return byCode.values();
    }

    Span period(LocalDate day) {
        return profile.on(day).monitoring().period().containing(day);
    }

    /// All periods, from that of the first set to that of today.
    List<Span> periods(LocalDate today) {
        var first = editions().flatMap(edition -> edition.indicatorSets().stream())
                .map(IndicatorSet::validFrom).min(LocalDate::compareTo).orElse(today);
        var kind = profile.monitoring().period();
        return IntStream.rangeClosed(period(first).year(), period(today).year()).mapToObj(kind::year)
                .filter(span -> !within(span).isEmpty()).toList();
    }

    private Stream<RegionProfile> editions() {
        return Stream.concat(Stream.of(profile), profile.earlier().stream());
    }

    private static boolean overlaps(IndicatorSet set, Span span) {
        return set.validFrom().isBefore(span.until())
                && (set.validTo() == null || !set.validTo().isBefore(span.from()));
    }

    private static Stream<Listed> listed(RegionProfile edition, IndicatorSet set) {
        return set.indicators().stream().flatMap(indicator -> Metric.of(indicator.canonical()).stream()
                .map(metric -> new Listed(set.code(), edition.version(), indicator, metric)));
    }
}
