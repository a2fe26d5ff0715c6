package ru.nms.events.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.r2dbc.spi.Readable;
import ru.nms.events.event.Event.Details;
import ru.nms.events.event.Event.Mode;
import ru.nms.events.event.Event.Status;

/// An event as the API shows it.
///
/// @param kindTitle      the kind in Russian
/// @param organiserName  absent until the registry has told it
/// @param organiserKnown whether the registry has told of the organiser
/// @param reason         why it was cancelled
/// @param confirmed      seats taken
/// @param waitlisted     people who wait for a seat
/// @param free           seats left
record EventView(UUID id, long version, @JsonUnwrapped Details details, String kindTitle,
                 @Nullable String organiserName, boolean organiserKnown, Status status, @Nullable String reason,
                 int confirmed, int waitlisted, int free, Instant createdAt, Instant changedAt) {

    static final String COLUMNS = """
            e.*, o.name AS organiser_name, o.id IS NOT NULL AS organiser_known, seats.confirmed, seats.waitlisted""";

    static EventView of(Readable row) {
        var event = event(row);
        int confirmed = get(row, "confirmed", Integer.class);
        return new EventView(event.id(), event.version(), event.details(), event.details().kind().title(),
                row.get("organiser_name", String.class), get(row, "organiser_known", Boolean.class), event.status(),
                event.reason(), confirmed, get(row, "waitlisted", Integer.class),
                Math.max(0, event.details().capacity() - confirmed), event.createdAt(), event.changedAt());
    }

    static Event event(Readable row) {
        return new Event(get(row, "id", UUID.class), get(row, "version", Long.class), details(row),
                Status.valueOf(get(row, "status", String.class)), row.get("reason", String.class),
                get(row, "created_at", Instant.class), get(row, "changed_at", Instant.class));
    }

    private static Details details(Readable row) {
        return new Details(EventKind.valueOf(get(row, "kind", String.class)), get(row, "level", String.class),
                get(row, "title", String.class), get(row, "organiser_id", UUID.class),
                row.get("municipality_id", UUID.class), get(row, "starts_at", Instant.class),
                get(row, "ends_at", Instant.class), get(row, "registration_until", Instant.class),
                Mode.valueOf(get(row, "mode", String.class)), get(row, "capacity", Integer.class),
                List.of(get(row, "competences", String[].class)), row.get("description", String.class),
                row.get("place", String.class), row.get("audience", String.class), row.get("programme", String.class),
                List.of(get(row, "materials", String[].class)), row.get("grouping_unit", String.class),
                row.get("grouping_task", String.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
