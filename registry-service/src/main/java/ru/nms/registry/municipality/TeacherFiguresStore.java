package ru.nms.registry.municipality;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import ru.nms.platform.region.RegionCalendar;

/// Teachers of a municipality by year: as reported, and as the records have them.
@Repository
public class TeacherFiguresStore {

    /// Of municipality `m`, newest year first. The records are asked for the last day of the year, or for today before it.
    static final String BY_YEAR = """
            SELECT CAST(y.key AS int) AS year, CAST(y.value AS bigint) AS reported,
                   (SELECT count(DISTINCT s.person_id) FROM post s JOIN person p ON p.id = s.person_id AND NOT p.deleted
                     WHERE s.municipality_id = m.id AND s.teaching
                       AND s.since <= least(make_date(CAST(y.key AS int), 12, 31), CAST(:today AS date))
                       AND (s.until IS NULL OR s.until > least(make_date(CAST(y.key AS int), 12, 31), CAST(:today AS date)))) AS recorded
              FROM jsonb_each_text(m.teachers_reported) AS y
             WHERE y.value IS NOT NULL
             ORDER BY y.key DESC""";

    private final DatabaseClient db;
    private final RegionCalendar calendar;

    TeacherFiguresStore(DatabaseClient db, RegionCalendar calendar) {
        this.db = db;
        this.calendar = calendar;
    }

    /// @param differs whether the two do not agree
    public record Teachers(int year, long reported, long recorded, boolean differs) {}

    public Flux<Teachers> of(UUID municipality) {
        return db.sql("SELECT f.year, f.reported, f.recorded FROM municipality m CROSS JOIN LATERAL (%s) AS f WHERE m.id = :id"
                        .formatted(BY_YEAR))
                .bind("id", municipality)
                .bind("today", calendar.today())
                .map(row -> {
                    long reported = row.get("reported", Long.class);
                    long recorded = row.get("recorded", Long.class);
                    return new Teachers(row.get("year", Integer.class), reported, recorded, reported != recorded);
                })
                .all();
    }
}
