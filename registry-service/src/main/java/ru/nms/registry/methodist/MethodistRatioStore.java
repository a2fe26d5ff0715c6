package ru.nms.registry.methodist;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/// Two figures that are easily taken for one: teachers for each regional methodist who is assigned to them, and
/// teachers for each methodist of municipal services.
@Repository
class MethodistRatioStore {

    /// @param perMethodist to one digit; absent without methodists
    record Ratio(long teachers, long methodists, @Nullable BigDecimal perMethodist) {

        static Ratio of(long teachers, long methodists) {
            return new Ratio(teachers, methodists, methodists == 0 ? null
                    : BigDecimal.valueOf(teachers).divide(BigDecimal.valueOf(methodists), 1, RoundingMode.HALF_UP));
        }
    }

    private final DatabaseClient db;

    MethodistRatioStore(DatabaseClient db) {
        this.db = db;
    }

    /// Teachers assigned to regional methodists on the day.
    Mono<Ratio> regional(LocalDate on) {
        return ratio("""
                SELECT (SELECT count(DISTINCT a.person_id) FROM assignment a JOIN methodist m ON m.id = a.methodist_id
                         WHERE m.kind = 'REGIONAL' AND NOT m.deleted AND NOT a.deleted AND a.since <= :on AND (a.until IS NULL OR a.until > :on)) AS teachers,
                       (SELECT count(*) FROM methodist m
                         WHERE m.kind = 'REGIONAL' AND NOT m.deleted AND m.since <= :on AND (m.until IS NULL OR m.until > :on)) AS methodists
                """, on);
    }

    /// Teachers employed on the day, whoever accompanies them.
    Mono<Ratio> municipal(LocalDate on) {
        return ratio("""
                SELECT (SELECT count(DISTINCT s.person_id) FROM post s JOIN person p ON p.id = s.person_id AND NOT p.deleted
                         WHERE s.teaching AND s.since <= :on AND (s.until IS NULL OR s.until > :on)) AS teachers,
                       (SELECT count(*) FROM methodist m
                         WHERE m.kind = 'MUNICIPAL' AND NOT m.deleted AND m.since <= :on AND (m.until IS NULL OR m.until > :on)) AS methodists
                """, on);
    }

    private Mono<Ratio> ratio(String sql, LocalDate on) {
        return db.sql(sql).bind("on", on)
                .map(row -> Ratio.of(row.get("teachers", Long.class), row.get("methodists", Long.class)))
                .one();
    }
}
