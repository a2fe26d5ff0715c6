package ru.nms.registry.site;

import java.time.LocalDate;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The places of sites, day by day.
@Component
class InternshipStore {

    record Day(LocalDate day, int capacity, long taken) {}

    private final DatabaseClient db;

    InternshipStore(DatabaseClient db) {
        this.db = db;
    }

    /// The site stays locked until the transaction ends, and the programme at it: its last place is given once.
    ///
    /// @param besides an internship that does not count
    Flux<Day> lockedDays(UUID internshipProgramme, LocalDate since, LocalDate until, UUID besides) {
        return db.sql("""
                SELECT s.id FROM internship_programme p JOIN site s ON s.id = p.site_id WHERE p.id = :programme
                   FOR UPDATE OF s FOR SHARE OF p
                """)
                .bind("programme", internshipProgramme)
                .map(row -> row.get("id", UUID.class)).one()
                .flatMapMany(site -> days(site, since, until, besides));
    }

    /// The days on which the site has its status.
    Flux<Day> days(UUID site, LocalDate since, LocalDate until, UUID besides) {
        return db.sql("""
                SELECT CAST(d.day AS date) AS day, coalesce(s.capacity, 0) AS capacity, (
                           SELECT count(*) FROM internship i JOIN internship_programme p ON p.id = i.internship_programme_id
                            WHERE p.site_id = s.id AND i.since <= d.day AND i.until >= d.day AND i.status <> 'CANCELLED'
                              AND NOT i.deleted AND i.id <> :besides) AS taken
                  FROM site s CROSS JOIN generate_series(CAST(:since AS timestamp), CAST(:until AS timestamp), interval '1 day') AS d (day)
                 WHERE s.id = :site AND NOT s.deleted AND s.since <= d.day AND (s.until IS NULL OR s.until > d.day)
                 ORDER BY d.day
                """)
                .bind("site", site).bind("since", since).bind("until", until).bind("besides", besides)
                .map(row -> new Day(row.get("day", LocalDate.class), row.get("capacity", Integer.class), row.get("taken", Long.class)))
                .all();
    }

    Mono<Long> sitesWith(UUID site) {
        return db.sql("SELECT count(*) AS n FROM site WHERE id = :id AND NOT deleted").bind("id", site)
                .map(row -> row.get("n", Long.class)).one();
    }
}
