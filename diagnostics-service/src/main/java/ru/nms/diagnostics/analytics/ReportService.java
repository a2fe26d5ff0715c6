package ru.nms.diagnostics.analytics;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Scope;
import ru.nms.platform.region.RegionCalendar;

/// Makes the yearly report, always of the whole region.
@Service
class ReportService {

    private final AnalyticsService analytics;
    private final LiteracyService literacies;
    private final ReportStore store;
    private final RegionCalendar calendar;

    ReportService(AnalyticsService analytics, LiteracyService literacies, ReportStore store, RegionCalendar calendar) {
        this.analytics = analytics;
        this.literacies = literacies;
        this.store = store;
        this.calendar = calendar;
    }

    Mono<YearlyReport> of(int year) {
        var region = Question.ofYear(By.REGION, year);
        var all = Scope.Condition.ALL;
        return Mono.zip(store.counted(year), analytics.coverage(region, all, true), analytics.coverage(region.by(By.MUNICIPALITY), all, true),
                        analytics.coverage(region.by(By.SUBJECT), all, true), analytics.difficulties(region, all),
                        analytics.difficulties(region.by(By.SUBJECT), all), literacies.of(year, all))
                .map(it -> new YearlyReport(year, calendar.local(calendar.clock().instant()), it.getT1().instruments(), it.getT1().campaigns(), it.getT1().results(), it.getT2(), it.getT3(),
                        it.getT4(), it.getT5(), it.getT6(), it.getT7(), YearlyReport.recommendations(it.getT5())));
    }
}
