package ru.nms.registry.organisation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Scope;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.registry.organisation.StaffingResource.BySubject;

/// Sums over organisations.
@Repository
class FiguresStore {

    private final DatabaseClient db;
    private final RegionCalendar calendar;

    FiguresStore(DatabaseClient db, RegionCalendar calendar) {
        this.db = db;
        this.calendar = calendar;
    }

    Flux<BySubject> staffing(Scope.Condition scope, @Nullable UUID municipality, @Nullable UUID organisation) {
        var sums = db.sql("""
                SELECT min(s.subject) AS subject, sum(s.planned) AS planned, sum(s.filled) AS filled
                  FROM organisation o
                       CROSS JOIN LATERAL jsonb_to_recordset(o.details -> 'staffing')
                                  AS s (subject text, planned numeric, filled numeric)
                 WHERE (o.closed_on IS NULL OR o.closed_on > :today) AND o.details @> '{"staffing": []}' AND %s
                   AND o.municipality_id IS NOT DISTINCT FROM coalesce(CAST(:municipality AS uuid), o.municipality_id)
                   AND o.id = coalesce(CAST(:organisation AS uuid), o.id)
                 GROUP BY lower(replace(s.subject, 'ё', 'е'))
                 ORDER BY sum(s.planned) - sum(s.filled) DESC, min(s.subject)
                """.formatted(scope.sql()))
                .bind("today", calendar.today())
                .bind("municipality", Parameters.in(R2dbcType.VARCHAR, Objects.toString(municipality, null)))
                .bind("organisation", Parameters.in(R2dbcType.VARCHAR, Objects.toString(organisation, null)));
        return scope.bind(sums).map(row -> {
            var planned = row.get("planned", BigDecimal.class);
            var filled = row.get("filled", BigDecimal.class);
            return new BySubject(row.get("subject", String.class), planned, filled, rate(filled, planned), planned.subtract(filled));
        }).all();
    }

    static @Nullable BigDecimal rate(BigDecimal filled, BigDecimal planned) {
        return planned.signum() == 0 ? null : filled.multiply(BigDecimal.valueOf(100)).divide(planned, 1, RoundingMode.HALF_UP);
    }

    /// @param form empty where none is known
    record ByForm(String form, long municipalities) {}

    /// Each municipality counts once for a form, however many services it has of it.
    Flux<ByForm> methodServices() {
        return db.sql("""
                SELECT coalesce(o.details ->> 'legalForm', '') AS form, count(DISTINCT o.municipality_id) AS municipalities
                  FROM organisation o
                 WHERE o.kind = :kind AND (o.closed_on IS NULL OR o.closed_on > :today)
                 GROUP BY 1
                """)
                .bind("kind", DetailRules.METHOD_SERVICE).bind("today", calendar.today())
                .mapProperties(ByForm.class)
                .all();
    }

    Mono<Long> municipalitiesWithoutService() {
        return db.sql("""
                SELECT count(*) AS n FROM municipality m
                 WHERE m.closed_on IS NULL AND NOT EXISTS (
                       SELECT FROM organisation o WHERE o.municipality_id = m.id AND o.kind = :kind
                          AND (o.closed_on IS NULL OR o.closed_on > :today))
                """)
                .bind("kind", DetailRules.METHOD_SERVICE).bind("today", calendar.today())
                .map(row -> row.get("n", Long.class))
                .one();
    }
}
