package ru.nms.iom.route;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import ru.nms.iom.person.PersonStore;
import ru.nms.platform.access.Caller;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Selection;
import ru.nms.platform.region.RegionCalendar;

/// The register of routes: routes together with whose they are, as a caller may see them.
@Repository
class RegisterStore {

    private static final String COLUMNS = RouteStore.COLUMNS + """
            , i.last_name, i.first_name, i.patronymic, post.organisation_id, post.municipality_id, post.position""";

    /// The first post a person holds today stands for where they are.
    private static final String FROM = """
            FROM route r
            LEFT JOIN person_identity_copy i ON i.id = r.person_id AND NOT i.deleted
            LEFT JOIN LATERAL (SELECT p.organisation_id, p.municipality_id, p.position FROM person_post p
                                WHERE p.person_id = r.person_id
                                  AND p.since <= :today AND (p.until IS NULL OR p.until > :today)
                                ORDER BY p.since, p.organisation_id LIMIT 1) post ON true""";

    private static final Listing ROUTES = Listing.of("routes", "r.id", FROM)
            .sort("changedAt", "r.changed_at", Kind.INSTANT)
            .sort("createdAt", "r.created_at", Kind.INSTANT)
            .sort("from", "r.from_date", Kind.DATE)
            .sort("until", "r.until_date", Kind.DATE)
            .filter("personId", "r.person_id = :personId", Kind.ID)
            .filter("status", "r.status = :status", Kind.TEXT)
            .filter("municipalityId", PersonStore.post("r.person_id", "p.municipality_id = :municipalityId"), Kind.ID)
            .filter("organisationId", PersonStore.post("r.person_id", "p.organisation_id = :organisationId"), Kind.ID)
            .filter("subject", PersonStore.post("r.person_id", ":subject = ANY (p.subjects)"), Kind.TEXT)
            .filter("from", "r.until_date >= :from", Kind.DATE)
            .filter("until", "r.from_date <= :until", Kind.DATE);

    private final DatabaseClient db;
    private final Lists lists;
    private final RouteStore routes;
    private final RegionCalendar calendar;

    RegisterStore(DatabaseClient db, Lists lists, RouteStore routes, RegionCalendar calendar) {
        this.db = db;
        this.lists = lists;
        this.routes = routes;
        this.calendar = calendar;
    }

    /// A route and whose it is. Names are absent while the registry has not told them.
    record Entry(Route route, @Nullable String lastName, @Nullable String firstName, @Nullable String patronymic,
                 @Nullable UUID organisationId, @Nullable UUID municipalityId, @Nullable String position) {}

    Selection<Entry> select(ListRequest request, Caller caller) {
        return lists.select(ROUTES, request, COLUMNS, PersonStore.visible(caller, "r.person_id"),
                Map.of("today", calendar.today()), this::entry);
    }

    Mono<Entry> find(UUID id, Caller caller) {
        var scope = PersonStore.visible(caller, "r.person_id");
        return scope.bind(db.sql("SELECT %s %s WHERE r.id = :id AND NOT r.deleted AND %s"
                        .formatted(COLUMNS, FROM, scope.sql())))
                .bind("id", id)
                .bind("today", calendar.today())
                .map(this::entry)
                .one();
    }

    private Entry entry(Readable row) {
        return new Entry(routes.route(row), row.get("last_name", String.class), row.get("first_name", String.class),
                row.get("patronymic", String.class), row.get("organisation_id", UUID.class),
                row.get("municipality_id", UUID.class), row.get("position", String.class));
    }
}
