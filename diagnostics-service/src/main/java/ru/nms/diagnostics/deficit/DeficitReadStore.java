package ru.nms.diagnostics.deficit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.deficit.Deficit.Status;
import ru.nms.diagnostics.person.Visibility;
import ru.nms.diagnostics.rule.Recency;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Caller;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Selection;
import ru.nms.platform.region.Origin;

/// All SQL that reads deficits and attempts for people, each query inside the caller's scope.
@Repository
class DeficitReadStore {

    private static final String FROM =
            "FROM (SELECT * FROM deficit WHERE NOT deleted) AS d " + Visibility.TODAY;

    private static final String ATTEMPT = """
            jsonb_build_object('personId', r.person_id, 'competence', s.competence, 'resultId', r.id,
                'procedure', r.procedure, 'provider', r.provider, 'takenOn', r.taken_on,
                'points', s.points, 'maximum', s.maximum)""";

    /// Those who work today where students' results are low come first.
    private static final String PRIORITY = """
            EXISTS (SELECT FROM person_post w JOIN organisation o ON o.id = w.organisation_id AND NOT o.deleted
                     WHERE w.person_id = d.person_id AND w.since <= t.day AND (w.until IS NULL OR w.until > t.day)
                       AND 'LOW_RESULTS' = ANY (o.flags))""";

    private static final String COLUMNS = """
            d.id, d.version, d.created_at, d.changed_at, d.person_id, d.competence, d.level, d.origin, d.status,
            d.opened_on, d.closed_on, d.result_id,
            (SELECT CAST(jsonb_agg(jsonb_build_object('personId', v.person_id, 'competence', v.competence, 'resultId', v.result_id,
                    'procedure', v.procedure, 'provider', v.provider, 'takenOn', v.taken_on, 'points', v.points,
                    'maximum', v.maximum) ORDER BY %s) AS text)
               FROM evidence v WHERE v.person_id = d.person_id AND v.competence = d.competence) AS attempts,
            (SELECT CAST(jsonb_agg(jsonb_build_object('routeId', w.id, 'routeStatus', w.status, 'itemId', i.item_id,
                    'kind', i.kind, 'status', i.status, 'eventId', i.event_id) ORDER BY w.id, i.item_id) AS text)
               FROM route_item i JOIN route w ON w.id = i.route_id AND w.person_id = d.person_id
              WHERE i.deficit_id = d.id) AS work,
            %s AS priority"""
            .formatted(Recency.oldestFirst("v", "result_id"), PRIORITY);

    private static final Listing LISTING = Listing.of("deficits", "d.id", FROM)
            .sort("openedOn", "d.opened_on", Kind.DATE)
            .sort("priority", "CASE WHEN " + PRIORITY + " THEN 0 ELSE 1 END", Kind.NUMBER)
            .filter("personId", "d.person_id = :personId", Kind.ID)
            .filter("status", "d.status = :status", Kind.TEXT)
            .filter("competence", "d.competence = :competence", Kind.TEXT)
            .filter("level", "d.level = :level", Kind.TEXT)
            .filter("priority", PRIORITY + " = :priority", Kind.YES_NO)
            .filter("workedOn", "EXISTS (SELECT FROM route_item i JOIN route w ON w.id = i.route_id AND w.person_id = d.person_id"
                    + " WHERE i.deficit_id = d.id AND i.status <> 'CANCELLED') = :workedOn", Kind.YES_NO)
            .filter("municipalityId",
                    Visibility.worksIn("d.person_id", "municipality_id = :municipalityId"), Kind.ID)
            .filter("organisationId",
                    Visibility.worksIn("d.person_id", "organisation_id = :organisationId"), Kind.ID);

    private final DatabaseClient db;
    private final Lists lists;
    private final Rulebook rules;
    private final EventJson json;

    DeficitReadStore(DatabaseClient db, Lists lists, Rulebook rules, EventJson json) {
        this.db = db;
        this.lists = lists;
        this.rules = rules;
        this.json = json;
    }

    /// @param attempts every valid one in this competence, as they were taken
    /// @param work     items of routes
    /// @param priority whether the person works where students' results are low
    record Traced(Deficit deficit, Instant createdAt, Instant changedAt, List<Attempt> attempts, List<Work> work,
                  boolean priority) {}

    Selection<Traced> select(Caller caller, ListRequest request) {
        return lists.select(LISTING, request, COLUMNS, Visibility.ofKnown(caller, "d.person_id"),
                Map.of("today", rules.today()), this::traced);
    }

    /// Empty for an absent deficit and for one of a person whom the caller may not see.
    Mono<Traced> find(Caller caller, UUID id) {
        var scope = Visibility.ofKnown(caller, "d.person_id");
        return scope.bind(db.sql("SELECT %s %s WHERE d.id = :id AND %s".formatted(COLUMNS, FROM, scope.sql())))
                .bind("id", id)
                .bind("today", rules.today())
                .map(this::traced)
                .one();
    }

    /// What one result measured, each with its place among all attempts; empty for one whom the caller may not see.
    Mono<List<Attempt>> ofResult(Caller caller, UUID result) {
        var scope = Visibility.of(caller, "r.person_id");
        return scope.bind(db.sql("""
                SELECT CAST(%s AS text) AS attempt
                  FROM result r JOIN score s ON s.result_id = r.id %s
                 WHERE r.id = :id AND NOT r.deleted AND %s
                 ORDER BY s.competence
                """.formatted(ATTEMPT, Visibility.TODAY, scope.sql())))
                .bind("id", result)
                .bind("today", rules.today())
                .map(row -> json.mapper().readValue(get(row, "attempt", String.class), Attempt.class))
                .all()
                .collectList();
    }

    /// The newest attempt of a person in each competence in which there is no open deficit.
    Mono<List<Attempt>> newest(Caller caller, UUID person) {
        var scope = Visibility.ofKnown(caller, "r.person_id");
        return scope.bind(db.sql("""
                SELECT DISTINCT ON (s.competence) CAST(%s AS text) AS attempt
                  FROM result r JOIN score s ON s.result_id = r.id %s
                 WHERE r.person_id = :person AND NOT r.deleted AND %s
                   AND NOT EXISTS (SELECT FROM deficit d WHERE d.person_id = r.person_id AND d.competence = s.competence
                                      AND d.status = 'OPEN' AND NOT d.deleted)
                 ORDER BY s.competence, %s
                """.formatted(ATTEMPT, Visibility.TODAY, scope.sql(), Recency.newestFirst("r", "id"))))
                .bind("person", person)
                .bind("today", rules.today())
                .map(row -> json.mapper().readValue(get(row, "attempt", String.class), Attempt.class))
                .all()
                .collectList();
    }

    private Traced traced(Readable row) {
        var deficit = new Deficit(get(row, "id", UUID.class), get(row, "version", Long.class),
                get(row, "person_id", UUID.class), get(row, "competence", String.class),
                get(row, "level", String.class), Origin.valueOf(get(row, "origin", String.class)),
                Status.valueOf(get(row, "status", String.class)), get(row, "opened_on", LocalDate.class),
                row.get("closed_on", LocalDate.class), get(row, "result_id", UUID.class));
        var work = row.get("work", String.class);
        return new Traced(deficit, get(row, "created_at", Instant.class), get(row, "changed_at", Instant.class),
                Arrays.stream(json.mapper().readValue(get(row, "attempts", String.class), Attempt[].class))
                        .filter(attempt -> attempt.counts(rules)).toList(),
                work == null ? List.of() : List.of(json.mapper().readValue(work, Work[].class)),
                get(row, "priority", Boolean.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type));
    }
}
