package ru.nms.registry.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Role;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.registry.figure.Share;

/// Counts of programmes per provider, and their money per year and budget.
@RestController
@RequestMapping("/api/registry/v1")
class ProgrammeStatisticsResource {

    /// @param inRegister of all programmes of the provider, those in the federal register
    record Provider(UUID providerId, String provider, Share inRegister, long network, long cascade, long electronic, long distance) {}

    /// @param spentOnNetwork of what is spent, what goes to network programmes
    record Money(int year, Finance.Budget budget, long planned, long spent, long spentInRegister, long spentOnNetwork) {}

    record Report<T>(List<T> items) {}

    private final DatabaseClient db;
    private final RegionCalendar calendar;

    ProgrammeStatisticsResource(DatabaseClient db, RegionCalendar calendar) {
        this.db = db;
        this.calendar = calendar;
    }

    /// Programmes of each provider: in the federal register, network, cascade, electronic, distance.
    @Allow(anyoneSignedIn = true)
    @GetMapping("/programme-statistics")
    Mono<Report<Provider>> providers(@RequestParam(required = false) @Nullable LocalDate on) {
        return db.sql("""
                SELECT o.id, o.name, count(*) AS programmes,
                       count(*) FILTER (WHERE p.included_on <= :on AND (p.excluded_on IS NULL OR p.excluded_on > :on)) AS included,
                       count(*) FILTER (WHERE 'NETWORK' = ANY (p.marks)) AS network,
                       count(*) FILTER (WHERE 'CASCADE' = ANY (p.marks)) AS cascade,
                       count(*) FILTER (WHERE 'ELECTRONIC' = ANY (p.marks)) AS electronic,
                       count(*) FILTER (WHERE 'DISTANCE' = ANY (p.marks)) AS distance
                  FROM programme p JOIN organisation o ON o.id = p.provider_id
                 WHERE NOT p.deleted
                 GROUP BY o.id, o.name ORDER BY o.name, o.id
                """)
                .bind("on", on == null ? calendar.today() : on)
                .map(row -> new Provider(row.get("id", UUID.class), row.get("name", String.class),
                        Share.of(row.get("included", Long.class), row.get("programmes", Long.class)),
                        row.get("network", Long.class), row.get("cascade", Long.class), row.get("electronic", Long.class),
                        row.get("distance", Long.class)))
                .all().collectList().map(Report::new);
    }

    /// Money for programmes by year and budget: planned, spent, spent on those in the register and on networks.
    @Allow({Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/programme-finance-statistics")
    Mono<Report<Money>> money() {
        return db.sql("""
                SELECT f.year, f.budget, CAST(sum(f.planned) AS bigint) AS planned, CAST(sum(f.spent) AS bigint) AS spent,
                       CAST(coalesce(sum(f.spent) FILTER (WHERE p.included_on <= make_date(f.year, 12, 31)
                           AND (p.excluded_on IS NULL OR p.excluded_on > make_date(f.year, 12, 31))), 0) AS bigint) AS included,
                       CAST(coalesce(sum(f.spent) FILTER (WHERE 'NETWORK' = ANY (p.marks)), 0) AS bigint) AS network
                  FROM programme_finance f JOIN programme p ON p.id = f.programme_id
                 WHERE NOT f.deleted AND NOT p.deleted
                 GROUP BY f.year, f.budget ORDER BY f.year, f.budget
                """)
                .map(row -> new Money(row.get("year", Integer.class), Finance.Budget.valueOf(row.get("budget", String.class)), row.get("planned", Long.class), row.get("spent", Long.class),
                        row.get("included", Long.class), row.get("network", Long.class)))
                .all().collectList().map(Report::new);
    }
}
