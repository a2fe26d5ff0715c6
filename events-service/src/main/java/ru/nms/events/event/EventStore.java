package ru.nms.events.event;

import java.util.Collection;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.events.event.Event.Details;
import ru.nms.events.learnt.OrganiserScope;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Selection;
import ru.nms.platform.problem.Refusal;

/// All SQL about events. A draft shows to those who run it, everything else to anyone signed in.
@Repository
class EventStore {

    private static final String FROM = """
            FROM event e
            LEFT JOIN organisation o ON o.id = e.organiser_id AND NOT o.deleted
            LEFT JOIN LATERAL (
                 SELECT CAST(count(*) FILTER (WHERE r.status = 'CONFIRMED') AS int) AS confirmed,
                        CAST(count(*) FILTER (WHERE r.status = 'WAITLISTED') AS int) AS waitlisted
                   FROM registration r WHERE r.event_id = e.id) seats ON TRUE
            """;

    private static final Listing LISTING = Listing.of("events", "e.id", FROM)
            .sort("startsAt", "e.starts_at", Kind.INSTANT)
            .filter("kind", "e.kind = :kind", Kind.TEXT)
            .filter("level", "e.level = :level", Kind.TEXT)
            .filter("status", "e.status = :status", Kind.TEXT)
            .filter("competence", ":competence = ANY (e.competences)", Kind.TEXT)
            .filter("organiserId", "e.organiser_id = :organiserId", Kind.ID)
            .filter("organiserLevel", "o.level = :organiserLevel", Kind.TEXT)
            .filter("municipalityId", "e.municipality_id = :municipalityId", Kind.ID)
            .filter("groupingUnit", "e.grouping_unit = :groupingUnit", Kind.TEXT)
            .filter("groupingTask", "e.grouping_task = :groupingTask", Kind.TEXT)
            .filter("from", "e.starts_at >= :from", Kind.INSTANT)
            .filter("until", "e.starts_at < :until", Kind.INSTANT)
            .words("q", "e.search_key");

    private final DatabaseClient db;
    private final Lists lists;

    EventStore(DatabaseClient db, Lists lists) {
        this.db = db;
        this.lists = lists;
    }

    Selection<EventView> select(ListRequest request, Caller caller) {
        return lists.select(LISTING, request, EventView.COLUMNS, visible(caller), EventView::of);
    }

    Mono<EventView> show(Caller caller, UUID id) {
        var visible = visible(caller);
        return visible.bind(db.sql("SELECT %s %s WHERE e.id = :id AND %s".formatted(EventView.COLUMNS, FROM, visible.sql())))
                .bind("id", id)
                .map(EventView::of)
                .one()
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("event")));
    }

    private static Scope.Condition visible(Caller caller) {
        var mine = OrganiserScope.on(caller, "e.organiser_id");
        return new Scope.Condition("(e.status <> 'DRAFT' OR %s)".formatted(mine.sql()), mine.values());
    }

    /// An event and whether the caller runs it.
    record Found(Event event, boolean mine) {}

    /// Locks the row, so that nobody registers or changes it meanwhile.
    Mono<Found> lock(Caller caller, UUID id) {
        var mine = OrganiserScope.on(caller, "e.organiser_id");
        return mine.bind(db.sql("""
                SELECT e.*, %1$s AS mine FROM event e
                 WHERE e.id = :id AND (e.status <> 'DRAFT' OR %1$s)
                   FOR NO KEY UPDATE OF e
                """.formatted(mine.sql())))
                .bind("id", id)
                .map(row -> new Found(EventView.event(row), Boolean.TRUE.equals(row.get("mine", Boolean.class))))
                .one();
    }

    Flux<Event> all(Collection<UUID> ids) {
        return db.sql("SELECT e.* FROM event e WHERE e.id = ANY (:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(EventView::event)
                .all();
    }

    Mono<Void> insert(Event event) {
        return write(db.sql("""
                INSERT INTO event (id, version, kind, level, title, search_key, organiser_id, municipality_id, starts_at,
                       ends_at, registration_until, mode, capacity, competences, description, place, audience, programme,
                       materials, grouping_unit, grouping_task, status, reason, created_at, changed_at)
                VALUES (:id, :version, :kind, :level, :title, :search, :organiser, :municipality, :starts, :ends, :until,
                       :mode, :capacity, :competences, :description, :place, :audience, :programme, :materials, :unit, :task,
                       :status, :reason, :created, :changed)
                """).bind("created", event.createdAt()), event)
                .then();
    }

    /// Writes only over the version this event was made from.
    Mono<Void> update(Event event) {
        return write(db.sql("""
                UPDATE event
                   SET version = :version, kind = :kind, level = :level, title = :title, search_key = :search,
                       organiser_id = :organiser, municipality_id = :municipality, starts_at = :starts, ends_at = :ends,
                       registration_until = :until, mode = :mode, capacity = :capacity, competences = :competences,
                       description = :description, place = :place, audience = :audience, programme = :programme,
                       materials = :materials, grouping_unit = :unit, grouping_task = :task, status = :status,
                       reason = :reason, changed_at = :changed
                 WHERE id = :id AND version = :version - 1
                """), event)
                .fetch().rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(Refusal::stale))
                .then();
    }

    private static GenericExecuteSpec write(GenericExecuteSpec spec, Event event) {
        Details details = event.details();
        return spec.bind("id", event.id())
                .bind("version", event.version())
                .bind("kind", details.kind().name())
                .bind("level", details.level())
                .bind("title", details.title())
                .bind("search", Kind.fold(details.place() == null ? details.title() : details.title() + " " + details.place()))
                .bind("organiser", details.organiserId())
                .bind("municipality", Parameter.fromOrEmpty(details.municipalityId(), UUID.class))
                .bind("starts", details.startsAt())
                .bind("ends", details.endsAt())
                .bind("until", details.registrationUntil())
                .bind("mode", details.mode().name())
                .bind("capacity", details.capacity())
                .bind("competences", details.competences().toArray(String[]::new))
                .bind("description", text(details.description()))
                .bind("place", text(details.place()))
                .bind("audience", text(details.audience()))
                .bind("programme", text(details.programme()))
                .bind("materials", details.materials().toArray(String[]::new))
                .bind("unit", text(details.groupingUnit()))
                .bind("task", text(details.groupingTask()))
                .bind("status", event.status().name())
                .bind("reason", text(event.reason()))
                .bind("changed", event.changedAt());
    }

    private static Parameter text(@Nullable String value) {
        return Parameter.fromOrEmpty(value, String.class);
    }
}
