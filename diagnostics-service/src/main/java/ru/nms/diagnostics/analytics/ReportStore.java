package ru.nms.diagnostics.analytics;

import java.time.LocalDate;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.region.RegionCalendar;

/// How much there was in a year.
@Repository
class ReportStore {

    private final DatabaseClient db;
    private final RegionCalendar calendar;

    ReportStore(DatabaseClient db, RegionCalendar calendar) {
        this.db = db;
        this.calendar = calendar;
    }

    record Counted(long instruments, long campaigns, long results) {}

    Mono<Counted> counted(int year) {
        return db.sql("""
                SELECT (SELECT count(*) FROM instrument i WHERE NOT i.deleted AND i.status <> 'DRAFT' AND i.approved_on <= :until
                           AND (i.withdrawn_on IS NULL OR i.withdrawn_on > :since)) AS instruments,
                       (SELECT count(*) FROM campaign c WHERE NOT c.deleted AND c.status IN ('ANNOUNCED', 'PUBLISHED')
                           AND c.starts_at < :ends AND c.ends_at >= :begins) AS campaigns,
                       (SELECT count(*) FROM result r WHERE NOT r.deleted AND r.taken_on BETWEEN :since AND :until) AS results
                """).bind("since", LocalDate.of(year, 1, 1)).bind("until", LocalDate.of(year, 12, 31))
                .bind("begins", calendar.startOf(LocalDate.of(year, 1, 1))).bind("ends", calendar.startOf(LocalDate.of(year + 1, 1, 1)))
                .mapProperties(Counted.class).one();
    }
}
