package ru.nms.registry.rma;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Scope;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Page;
import ru.nms.registry.privacy.WithdrawnConsent;

/// SQL about the regional methodists' body that no register has.
@Repository
class RmaStore {

    /// What everybody may know of an active methodist; nothing else of the person, no ids.
    record PublicMethodist(String lastName, String firstName, @Nullable String patronymic, @Nullable String organisation,
                           @Nullable String municipality, List<String> subjects, LocalDate since) {}

    /// A municipality without a coordinator.
    record Uncoordinated(UUID municipalityId, String name) {}

    private static final Listing ACTIVE = Listing.of("methodical-body", "m.id", """
            FROM methodist m JOIN person p ON p.id = m.person_id
                 CROSS JOIN (SELECT CAST(:today AS date) AS today) AS asked
                 LEFT JOIN LATERAL (SELECT s.* FROM post s
                                     WHERE s.person_id = p.id AND s.since <= asked.today AND (s.until IS NULL OR s.until > asked.today)
                                     ORDER BY s.n LIMIT 1) AS work ON true
                 LEFT JOIN organisation o ON o.id = work.organisation_id
                 LEFT JOIN municipality t ON t.id = work.municipality_id""")
            .sort("name", "p.name_key", Kind.TEXT)
            .words("q", "p.name_key")
            .filter("municipality", ":municipality = ANY (t.name_keys)", Kind.FOLDED)
            .filter("subject", ":subject = ANY (work.subject_keys)", Kind.FOLDED);

    private static final Scope.Condition TODAY = new Scope.Condition("""
            m.kind = 'REGIONAL' AND NOT m.deleted AND NOT p.deleted
            AND m.since <= asked.today AND (m.until IS NULL OR m.until > asked.today)
            AND NOT %s""".formatted(WithdrawnConsent.withdrawn("PUBLICATION", "p.id", "asked.today")), Map.of());

    private final DatabaseClient db;
    private final Lists lists;

    RmaStore(DatabaseClient db, Lists lists) {
        this.db = db;
        this.lists = lists;
    }

    Mono<Page<PublicMethodist>> active(ListRequest request, LocalDate today) {
        return lists.page(ACTIVE, request, """
                p.last_name, p.first_name, p.patronymic, o.name AS organisation, t.name AS municipality,
                coalesce(work.subjects, CAST('{}' AS text[])) AS subjects, m.since""", TODAY, Map.of("today", today), RmaStore::read);
    }

    private static PublicMethodist read(Readable row) {
        return new PublicMethodist(row.get("last_name", String.class), row.get("first_name", String.class),
                row.get("patronymic", String.class), row.get("organisation", String.class),
                row.get("municipality", String.class), List.of(row.get("subjects", String[].class)), row.get("since", LocalDate.class));
    }

    /// Whether somebody else coordinates there at the same time.
    Mono<Boolean> coordinated(UUID besides, RmaCoordinator it) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM rma_coordinator e
                                WHERE e.municipality_id = :municipality AND e.id <> :besides AND NOT e.deleted
                                  AND (e.until IS NULL OR e.until > :since) AND e.since < :until) AS taken
                """)
                .bind("municipality", it.municipalityId()).bind("besides", besides).bind("since", it.since())
                .bind("until", it.until() == null ? LocalDate.of(9999, 1, 1) : it.until())
                .map(row -> Boolean.TRUE.equals(row.get("taken", Boolean.class)))
                .one();
    }

    Flux<Uncoordinated> uncoordinated(LocalDate on) {
        return db.sql("""
                SELECT m.id AS municipality_id, m.name FROM municipality m
                 WHERE m.closed_on IS NULL AND NOT EXISTS (SELECT FROM rma_coordinator e WHERE e.municipality_id = m.id
                       AND NOT e.deleted AND e.since <= :on AND (e.until IS NULL OR e.until > :on))
                 ORDER BY m.name_key
                """)
                .bind("on", on)
                .mapProperties(Uncoordinated.class)
                .all();
    }
}
