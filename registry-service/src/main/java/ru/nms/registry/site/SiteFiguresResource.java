package ru.nms.registry.site;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;

/// The calendar of a site's places, and counts of sites and internships.
@RestController
@RequestMapping("/api/registry/v1")
class SiteFiguresResource {

    private static final int MOST_DAYS = 366;

    record Calendar(List<Day> days) {}

    record Day(LocalDate day, int capacity, long taken, long free) {

        static Day of(InternshipStore.Day it) {
            return new Day(it.day(), it.capacity(), it.taken(), Math.max(0, it.capacity() - it.taken()));
        }
    }

    /// @param people who completed an internship that ended in the year
    record Figures(int year, long internshipSites, long innovationSites, long individualProgrammes, long groupProgrammes,
                   long internships, long people) {}

    private final DatabaseClient db;
    private final InternshipStore store;

    SiteFiguresResource(DatabaseClient db, InternshipStore store) {
        this.db = db;
        this.store = store;
    }

    @Allow(anyoneSignedIn = true)
    @GetMapping("/sites/{id}/calendar")
    Mono<Calendar> calendar(@PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
            return Mono.error(() -> Refusal.malformed(Fault.at("to", "out-of-range", from, from.plusDays(MOST_DAYS))));
        }
        return store.sitesWith(id).filter(found -> found > 0).switchIfEmpty(Mono.error(() -> Refusal.notFound("sites")))
                .flatMap(found -> store.days(id, from, to, id).map(Day::of).collectList().map(Calendar::new));
    }

    /// Sites that had their status on at least one day of the year.
    @Allow(everyone = true)
    @GetMapping("/site-statistics")
    Mono<Figures> figures(@RequestParam @Min(2000) @Max(2100) int year) {
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
