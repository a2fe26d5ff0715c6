package ru.nms.events.learnt;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.platform.access.Caller;
import ru.nms.platform.region.RegionCalendar;

/// Organisers: what is known of an organisation, and whether a caller may hold events in its name.
@Repository
public class OrganiserStore {

    private final DatabaseClient db;
    private final RegionCalendar calendar;

    OrganiserStore(DatabaseClient db, RegionCalendar calendar) {
        this.db = db;
        this.calendar = calendar;
    }

    /// @param mine  the caller may hold events in its name
    /// @param known it exists today, or no organisation was ever heard of
    public record Standing(boolean mine, boolean known) {}

    public Mono<Standing> standing(Caller caller, UUID organiser) {
        var mine = OrganiserScope.on(caller, "CAST(:organiser AS uuid)");
        return mine.bind(db.sql("""
                SELECT %s AS mine,
                       EXISTS (SELECT FROM organisation o WHERE o.id = :organiser AND NOT o.deleted
                                  AND (o.closed_on IS NULL OR o.closed_on > :day))
                           OR NOT EXISTS (SELECT FROM projection_progress WHERE topic = :topic) AS known
                """.formatted(mine.sql())))
                .bind("organiser", organiser)
                .bind("day", calendar.today())
                .bind("topic", OrganisationChanged.TOPIC.name())
                .mapProperties(Standing.class)
                .one();
    }
}
