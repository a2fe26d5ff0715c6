package ru.nms.registry.site;

import java.time.LocalDate;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/// Counts of sites and internships.
@Repository
public class SiteFiguresStore {

    /// @param people who completed an internship that ended in the year
    public record Figures(int year, long internshipSites, long innovationSites, long individualProgrammes, long groupProgrammes,
                   long internships, long people) {}

    private final DatabaseClient db;

    SiteFiguresStore(DatabaseClient db) {
        this.db = db;
    }

    /// Sites that had their status on at least one day of the year.
    public Mono<Figures> of(int year) {
        return db.sql("""
                SELECT count(*) FILTER (WHERE kind = 'INTERNSHIP') AS hosts, count(*) FILTER (WHERE kind = 'INNOVATION') AS innovators,
                       (SELECT count(*) FROM internship_programme p JOIN site s ON s.id = p.site_id
                         WHERE p.form = 'INDIVIDUAL' AND NOT p.deleted AND s.since <= :last AND (s.until IS NULL OR s.until > :first)) AS alone,
                       (SELECT count(*) FROM internship_programme p JOIN site s ON s.id = p.site_id
                         WHERE p.form = 'GROUP' AND NOT p.deleted AND s.since <= :last AND (s.until IS NULL OR s.until > :first)) AS groups,
                       (SELECT count(*) FROM internship i
                         WHERE i.status = 'COMPLETED' AND i.until BETWEEN :first AND :last AND NOT i.deleted) AS internships,
                       (SELECT count(DISTINCT i.person_id) FROM internship i
                         WHERE i.status = 'COMPLETED' AND i.until BETWEEN :first AND :last AND NOT i.deleted) AS people
                  FROM site WHERE NOT deleted AND since <= :last AND (until IS NULL OR until > :first)
                """)
                .bind("first", LocalDate.of(year, 1, 1)).bind("last", LocalDate.of(year, 12, 31))
                .map(row -> new Figures(year, row.get("hosts", Long.class), row.get("innovators", Long.class),
                        row.get("alone", Long.class), row.get("groups", Long.class), row.get("internships", Long.class),
                        row.get("people", Long.class)))
                .one();
    }
}
