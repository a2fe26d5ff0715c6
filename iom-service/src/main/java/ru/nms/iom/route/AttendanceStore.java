package ru.nms.iom.route;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import ru.nms.platform.region.RegionCalendar;

/// Reads the attendances that were learnt.
@Repository
class AttendanceStore {

    private final DatabaseClient db;
    private final RegionCalendar calendar;

    AttendanceStore(DatabaseClient db, RegionCalendar calendar) {
        this.db = db;
        this.calendar = calendar;
    }

    /// Where the person was present, in the order of the events.
    Flux<Attendance> of(UUID person) {
        return db.sql("""
                SELECT id, event_id, competences, ends_at FROM participation_copy
                 WHERE person_id = :person AND present ORDER BY ends_at, id
                """)
                .bind("person", person)
                .map(row -> new Attendance(RouteStore.get(row, "id", UUID.class), RouteStore.get(row, "event_id", UUID.class),
                        Arrays.asList(RouteStore.get(row, "competences", String[].class)),
                        LocalDate.ofInstant(RouteStore.get(row, "ends_at", Instant.class), calendar.clock().getZone())))
                .all();
    }
}
