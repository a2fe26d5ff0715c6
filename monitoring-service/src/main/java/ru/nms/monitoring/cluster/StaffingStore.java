package ru.nms.monitoring.cluster;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.contracts.MethodistChanged;
import ru.nms.contracts.PersonChanged;

/// Counts teachers and methodists of municipalities.
@Repository
class StaffingStore {

    private final DatabaseClient db;

    StaffingStore(DatabaseClient db) {
        this.db = db;
    }

    /// What is known of one municipality: people from the records, absent while those were never heard, and as reported.
    record Row(UUID id, String name, @Nullable Long teachers, @Nullable Long teachersReported,
               @Nullable Long methodists, @Nullable Long methodistsReported) {}

    /// All municipalities of the day by name: records of the day, reports of the year.
    Mono<List<Row>> on(LocalDate day, int year) {
        return db.sql("""
                WITH taught AS (
                    SELECT municipality_id, count(DISTINCT person_id) AS people
                      FROM person_post
                     WHERE teaching AND since <= :day AND (until IS NULL OR until > :day)
                     GROUP BY municipality_id
                ), served AS (
                    SELECT municipality_id, count(DISTINCT person_id) AS people
                      FROM methodist
                     WHERE NOT deleted AND kind = 'MUNICIPAL' AND since <= :day AND (until IS NULL OR until > :day)
                     GROUP BY municipality_id
                )
                SELECT m.id, m.name,
                       CASE WHEN EXISTS (SELECT 1 FROM projection_progress WHERE topic = :people)
                            THEN coalesce(taught.people, 0) END AS teachers,
                       CAST(m.teachers_reported ->> :year AS bigint) AS teachers_reported,
                       CASE WHEN EXISTS (SELECT 1 FROM projection_progress WHERE topic = :services)
                            THEN coalesce(served.people, 0) END AS methodists,
                       CAST(m.methodists ->> :year AS bigint) AS methodists_reported
                  FROM municipality m
                       LEFT JOIN taught ON taught.municipality_id = m.id
                       LEFT JOIN served ON served.municipality_id = m.id
                 WHERE NOT m.deleted AND m.name IS NOT NULL AND (m.closed_on IS NULL OR m.closed_on > :day)
                 ORDER BY m.name, m.id
                """)
                .bind("day", day)
                .bind("year", Integer.toString(year))
                .bind("people", PersonChanged.TOPIC.name())
                .bind("services", MethodistChanged.TOPIC.name())
                .mapProperties(Row.class)
                .all().collectList();
    }
}
