package ru.nms.events.registration;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.r2dbc.spi.Readable;
import ru.nms.events.registration.Registration.Attendance;
import ru.nms.events.registration.Registration.Status;

/// A registration as the API shows it.
///
/// @param place in the waiting list, 1 for who is next
record RegistrationView(UUID id, long version, UUID eventId, String eventTitle, Instant startsAt, Instant endsAt,
                        UUID personId, Status status, @Nullable Integer place, @Nullable Attendance attendance,
                        Instant createdAt, Instant changedAt) {

    static final String COLUMNS = """
            r.*, e.title AS event_title, e.starts_at, e.ends_at,
            CASE WHEN r.status = 'WAITLISTED' THEN
                 (SELECT CAST(count(*) AS int) FROM registration w
                   WHERE w.event_id = r.event_id AND w.status = 'WAITLISTED' AND w.queued <= r.queued)
            END AS place""";

    static RegistrationView of(Readable row) {
        var seen = row.get("attendance", String.class);
        return new RegistrationView(get(row, "id", UUID.class), get(row, "version", Long.class),
                get(row, "event_id", UUID.class), get(row, "event_title", String.class),
                get(row, "starts_at", Instant.class), get(row, "ends_at", Instant.class),
                get(row, "person_id", UUID.class), Status.valueOf(get(row, "status", String.class)),
                row.get("place", Integer.class), seen == null ? null : Attendance.valueOf(seen),
                get(row, "created_at", Instant.class), get(row, "changed_at", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
