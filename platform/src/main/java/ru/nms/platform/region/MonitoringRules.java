package ru.nms.platform.region;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// How often and by what means the region looks at itself.
public record MonitoringRules(@Nullable Sourced<Integer> minPerYear, ReportingPeriod period,
                              @Nullable Sourced<String> roadmapPeriod, @Nullable Report report,
                              @Nullable SourcedList outputs, @Nullable SourcedList dataSources,
                              @Nullable SourcedList earlierDataSources, @Nullable SourcedList methods,
                              @Nullable SourcedList directions, @Nullable Campaign campaign,
                              @Nullable Discussion discussion, @Nullable String subject,
                              @Nullable Sourced<String> basisRule, @Nullable Sourced<String> scopeRule) {

    public record Report(String frequency, List<Integer> months, @Nullable Source source) {

        public Report {
            months = Copies.list(months);
        }
    }

    public record Campaign(int year, LocalDate from, LocalDate to, @Nullable String tool, @Nullable Source source) {}

    public record Discussion(String where, LocalDate date, @Nullable Source source) {}
}
