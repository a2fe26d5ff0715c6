package ru.nms.registry.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.region.RegionCalendar;

/// All SQL of the checks: what they found, and what they counted on which day.
@Repository
class QualityStore {

    private final DatabaseClient db;
    private final RegionCalendar calendar;

    QualityStore(DatabaseClient db, RegionCalendar calendar) {
        this.db = db;
        this.calendar = calendar;
    }

    /// @param note which value, figure or counterpart it is about
    record Finding(UUID id, @Nullable UUID municipalityId, @Nullable String note) {}

    Mono<Long> count(QualityCheck check, @Nullable UUID municipality) {
        return bound("SELECT count(*) AS n FROM (%s) AS found WHERE %s".formatted(check.findings(), HERE), municipality)
                .map(row -> row.get("n", Long.class))
                .one();
    }

    Flux<Finding> findings(QualityCheck check, @Nullable UUID municipality, @Nullable UUID after, int limit) {
        return bound("""
                SELECT found.id, found.municipality_id, found.note FROM (%s) AS found
                 WHERE %s AND found.id > coalesce(CAST(:after AS uuid), '00000000-0000-0000-0000-000000000000')
                 ORDER BY found.id LIMIT :limit
                """.formatted(check.findings(), HERE), municipality)
                .bind("after", Parameters.in(R2dbcType.VARCHAR, Objects.toString(after, null)))
                .bind("limit", limit)
                .map(row -> new Finding(row.get("id", UUID.class), row.get("municipality_id", UUID.class), row.get("note", String.class)))
                .all();
    }

    /// Everything that a check finds, with the name of the municipality, as cells.
    Flux<List<@Nullable Object>> cells(QualityCheck check, @Nullable UUID municipality) {
        return bound("""
                SELECT found.id, (SELECT m.name FROM municipality m WHERE m.id = found.municipality_id) AS municipality, found.note
                  FROM (%s) AS found WHERE %s ORDER BY found.id
                """.formatted(check.findings(), HERE), municipality)
                .map(row -> Arrays.<@Nullable Object>asList(row.get("id", UUID.class), row.get("municipality", String.class),
                        row.get("note", String.class)))
                .all();
    }

    private static final String HERE = "(CAST(:municipality AS uuid) IS NULL OR found.municipality_id = CAST(:municipality AS uuid))";

    private DatabaseClient.GenericExecuteSpec bound(String sql, @Nullable UUID municipality) {
        var spec = db.sql(sql).bind("municipality", Parameters.in(R2dbcType.VARCHAR, Objects.toString(municipality, null)));
        return sql.contains(":today") ? spec.bind("today", calendar.today()) : spec;
    }

    /// The first process that asks on a day gets it; the others find it taken, unless whoever took it never ended it.
    ///
    /// @param lost what was begun before and is not done is nobody's any more
    Mono<Boolean> claim(LocalDate day, Instant now, Instant lost) {
        return db.sql("""
                INSERT INTO quality_day AS mine (day, begun_at) VALUES (:day, :now)
                ON CONFLICT (day) DO UPDATE SET begun_at = excluded.begun_at WHERE mine.done_at IS NULL AND mine.begun_at < :lost
                """)
                .bind("day", day).bind("now", now).bind("lost", lost)
                .fetch().rowsUpdated()
                .map(claimed -> claimed == 1);
    }

    Mono<Void> done(LocalDate day, Instant now) {
        return db.sql("UPDATE quality_day SET done_at = :now WHERE day = :day").bind("day", day).bind("now", now).then();
    }

    /// @param reason the kind of the failure; no values
    Mono<Void> failed(String check, Instant now, String reason) {
        return db.sql("""
                INSERT INTO quality_failure (check_code, failed_at, reason) VALUES (:check, :now, :reason)
                ON CONFLICT (check_code) DO UPDATE SET failed_at = excluded.failed_at, reason = excluded.reason
                """)
                .bind("check", check).bind("now", now).bind("reason", reason)
                .then();
    }

    record Failure(String check, Instant at) {}

    /// The checks that could not be counted when they were tried last.
    Flux<Failure> failures() {
        return db.sql("SELECT check_code, failed_at FROM quality_failure")
                .map(row -> new Failure(row.get("check_code", String.class), row.get("failed_at", Instant.class)))
                .all();
    }

    Mono<Void> keep(String check, LocalDate day, long findings, Instant now) {
        return db.sql("""
                INSERT INTO quality_count AS mine (check_code, day, findings, counted_at) VALUES (:check, :day, :findings, :now)
                ON CONFLICT (check_code, day) DO UPDATE SET findings = excluded.findings, counted_at = excluded.counted_at
                """)
                .bind("check", check).bind("day", day).bind("findings", findings).bind("now", now)
                .then()
                .then(db.sql("DELETE FROM quality_failure WHERE check_code = :check").bind("check", check).then());
    }

    record Counted(String check, LocalDate day, long findings, Instant countedAt) {}

    /// The newest figure of each check.
    Flux<Counted> newest() {
        return db.sql("""
                SELECT DISTINCT ON (check_code) check_code, day, findings, counted_at FROM quality_count
                 ORDER BY check_code, day DESC
                """)
                .map(row -> new Counted(row.get("check_code", String.class), row.get("day", LocalDate.class),
                        row.get("findings", Long.class), row.get("counted_at", Instant.class)))
                .all();
    }
}
