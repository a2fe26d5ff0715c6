package ru.nms.diagnostics.analytics;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.person.Visibility;
import ru.nms.diagnostics.person.Young;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.region.Grouping;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.region.Territory.TerritoryType;

/// The people over whom figures are drawn: each at every place of work of the last day asked about.
@Repository
class PeopleStore {

    private final DatabaseClient db;
    private final RegionProfile region;
    private final RegionCalendar calendar;

    PeopleStore(DatabaseClient db, RegionProfile region, RegionCalendar calendar) {
        this.db = db;
        this.region = region;
        this.calendar = calendar;
    }

    /// Whose figures a caller gets: of the people `p` whose results they may read, at those places of work `post` for which
    /// they answer. Who works part of the time elsewhere is not counted there for the sake of this place.
    static Scope.Condition of(Caller caller) {
        var people = Visibility.ofKnown(caller, "p.id");
        var posts = Visibility.at(caller, "p.id", "post");
        var values = new HashMap<>(people.values());
        values.putAll(posts.values());
        return new Scope.Condition("(%s AND %s)".formatted(people.sql(), posts.sql()), values);
    }

    /// SQL that begins with `WITH` and gives `grouped`: people and their groups. What follows may refer to both, and to the
    /// period: `:since` and `:until` are its first and last day, `:begins` and `:ends` the instants between which it lies.
    GenericExecuteSpec ask(Question question, Scope.Condition scope, String rest, Map<String, @Nullable Object> more) {
        var sql = """
                WITH staff AS MATERIALIZED (
                    SELECT p.id AS person_id, p.category, post.organisation_id, post.municipality_id, post.subjects,
                           %s AS young, m.territory_type, m.groupings
                      FROM person p
                      JOIN person_post post ON post.person_id = p.id AND post.since <= :until
                                           AND (post.until IS NULL OR post.until > :until)
                      LEFT JOIN municipality m ON m.id = post.municipality_id
                      %s
                     WHERE NOT p.deleted AND %s AND %s AND %s
                ), grouped AS (
                    SELECT DISTINCT s.person_id, %s AS key FROM staff s%s WHERE %s IS NOT NULL
                )
                """.formatted(Young.on(":until"), Visibility.TODAY, question.staff().condition, scope.sql(),
                question.subject() == null ? "TRUE" : "CAST(:subject AS text) = ANY (post.subjects)",
                question.by().key, question.by().join, question.by().key) + rest;
        var values = new HashMap<>(more);
        values.putAll(Map.of("now", calendar.clock().instant(), "today", calendar.today(), "until", question.until(), "since", question.since(),
                "begins", calendar.startOf(question.since()), "ends", calendar.startOf(question.until().plusDays(1)), "zone", calendar.clock().getZone().getId()));
        values.put("subject", question.subject());
        values.put("grouping", question.grouping());
        values.put("competence", question.competence());
        values.put("procedure", question.procedure());
        var spec = scope.bind(db.sql(sql));
        for (var value : values.entrySet()) {
            if (value.getValue() != null && sql.contains(":" + value.getKey())) {
                spec = spec.bind(value.getKey(), value.getValue());
            }
        }
        return spec;
    }

    /// SQL: results that the question is about.
    static String results(Question question) {
        return "NOT r.deleted AND r.taken_on BETWEEN :since AND :until"
                + (question.procedure() == null ? "" : " AND r.procedure = :procedure");
    }

    /// The names of municipalities that exist, of organisations, by id as text; of units and types of territory, by code.
    Mono<Map<String, String>> names(By by) {
        return switch (by) {
            case MUNICIPALITY -> names("SELECT id, name FROM municipality WHERE NOT deleted AND closed_on IS NULL AND name IS NOT NULL");
            case ORGANISATION -> names("SELECT id, name FROM organisation WHERE name IS NOT NULL");
            case GROUPING -> Mono.just(region.territory().groupings().stream().flatMap(grouping -> grouping.units().stream())
                    .filter(unit -> unit.name() != null)
                    .collect(Collectors.toMap(Grouping.Unit::code, unit -> String.valueOf(unit.name()), (one, other) -> one)));
            case TERRITORY_TYPE -> Mono.just(region.territory().territoryTypes().stream()
                    .collect(Collectors.toMap(TerritoryType::code, TerritoryType::title)));
            case REGION, SUBJECT, CATEGORY, AGE -> Mono.just(Map.of());
        };
    }

    private Mono<Map<String, String>> names(String sql) {
        return db.sql(sql).map(row -> Map.entry(String.valueOf(row.get("id", UUID.class)), String.valueOf(row.get("name", String.class))))
                .all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
