package ru.nms.registry.site;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// Whether a site, as somebody is about to change it, still has room for the internships that are planned there.
@Component
class SitePlacesStore {

    /// What a site offers.
    ///
    /// @param until the first day without the status
    record Offer(int capacity, LocalDate since, @Nullable LocalDate until) {

        static Offer of(Site site) {
            return new Offer(site.kind() == Site.Kind.INTERNSHIP && site.capacity() != null ? site.capacity() : 0, site.since(), site.until());
        }

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(since) && (until == null || day.isBefore(until));
        }
    }

    private record Needed(LocalDate day, long taken) {}

    private static final int TOLD = 10;

    private final DatabaseClient db;

    SitePlacesStore(DatabaseClient db) {
        this.db = db;
    }

    /// The site under other terms. It stays locked, so that nobody gives a place away meanwhile.
    Mono<Faults> changed(UUID site, Offer offer) {
        return locked(site).then(needed(site, null).collectList())
                .map(days -> overbooked(days, offer, "/capacity").addAll(outside(days, offer).found()));
    }

    /// The programme, with its internships, at another site.
    Mono<Faults> moved(UUID programme, UUID from, UUID to) {
        var first = from.compareTo(to) < 0 ? from : to;   // always in one order
        return locked(first).then(locked(first.equals(from) ? to : from))
                .then(Mono.defer(() -> offer(to)))
                .flatMap(offer -> needed(to, programme).collectList()
                        .map(days -> overbooked(days, offer, "/siteId").addAll(
                                told(days, day -> !offer.holdsOn(day.day()), "/siteId", "site-needed", 0).found())));
    }

    private static Faults overbooked(List<Needed> days, Offer offer, String pointer) {
        return told(days, day -> offer.holdsOn(day.day()) && day.taken() > offer.capacity(), pointer, "site-overbooked", offer.capacity());
    }

    private static Faults outside(List<Needed> days, Offer offer) {
        return told(days, day -> day.day().isBefore(offer.since()), "/since", "site-needed", 0)
                .addAll(told(days, day -> offer.until() != null && !day.day().isBefore(offer.until()), "/until", "site-needed", 0).found());
    }

    /// The days on which it does not do, each with what is taken and what there would be.
    private static Faults told(List<Needed> days, Predicate<Needed> wanting, String pointer, String code, int places) {
        var found = days.stream().filter(wanting).toList();
        var text = found.stream().limit(TOLD).map(it -> "%s (%d/%d)".formatted(it.day(), it.taken(), places)).collect(Collectors.joining(", "));
        return new Faults().unless(found.isEmpty(), Fault.at(pointer, code, found.size() > TOLD ? text + ", …" : text));
    }

    private Mono<Void> locked(UUID site) {
        return db.sql("SELECT id FROM site WHERE id = :site FOR UPDATE").bind("site", site).then();
    }

    private Mono<Offer> offer(UUID site) {
        return db.sql("""
                SELECT CASE kind WHEN 'INTERNSHIP' THEN coalesce(capacity, 0) ELSE 0 END AS capacity, since, until FROM site WHERE id = :site
                """)
                .bind("site", site).mapProperties(Offer.class).one();
    }

    /// The days of planned internships, and all that are taken on them. What is over and completed binds nobody.
    ///
    /// @param moved a programme that comes from another site: only its own days are asked about
    private Flux<Needed> needed(UUID site, @Nullable UUID moved) {
        return db.sql("""
                SELECT CAST(d.day AS date) AS day, count(*) AS taken
                  FROM internship i JOIN internship_programme p ON p.id = i.internship_programme_id
                       CROSS JOIN generate_series(CAST(i.since AS timestamp), CAST(i.until AS timestamp), interval '1 day') AS d (day)
                 WHERE (p.site_id = :site OR p.id = CAST(:moved AS uuid)) AND i.status <> 'CANCELLED' AND NOT i.deleted
                 GROUP BY d.day
                HAVING bool_or(i.status = 'PLANNED' AND p.id = coalesce(CAST(:moved AS uuid), p.id))
                 ORDER BY d.day
                """)
                .bind("site", site).bind("moved", Parameter.fromOrEmpty(moved, UUID.class))
                .mapProperties(Needed.class)
                .all();
    }
}
