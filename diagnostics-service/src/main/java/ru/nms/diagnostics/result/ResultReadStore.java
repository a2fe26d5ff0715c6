package ru.nms.diagnostics.result;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.person.Visibility;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Selection;

/// All SQL that reads results for people, each query inside the caller's scope.
@Repository
class ResultReadStore {

    private static final String FROM =
            "FROM (SELECT * FROM result WHERE NOT deleted) AS r " + Visibility.TODAY;

    private static final String COLUMNS = """
            r.id, r.version, r.created_at, r.changed_at, r.person_id, r.procedure, r.provider, r.taken_on, r.occasion, r.round,
            EXISTS (SELECT FROM person k WHERE k.id = r.person_id AND NOT k.deleted) AS person_known,
            (SELECT c.programme_id FROM attempt a JOIN campaign c ON c.id = a.campaign_id WHERE a.id = r.attempt_id) AS programme_id,
            (SELECT CAST(jsonb_agg(jsonb_build_object('competence', s.competence, 'points', s.points,
                                                      'maximum', s.maximum)) AS text)
               FROM score s WHERE s.result_id = r.id) AS scores""";

    private static final Listing LISTING = Listing.of("results", "r.id", FROM)
            .sort("takenOn", "r.taken_on", Kind.DATE)
            .filter("personId", "r.person_id = :personId", Kind.ID)
            .filter("procedure", "r.procedure = :procedure", Kind.TEXT)
            .filter("provider", "r.provider = :provider", Kind.TEXT)
            .filter("round", "r.round = :round", Kind.TEXT)
            .filter("competence", """
                    EXISTS (SELECT FROM score c WHERE c.result_id = r.id AND c.competence = :competence)""", Kind.TEXT)
            .filter("programmeId", """
                    EXISTS (SELECT FROM attempt a JOIN campaign c ON c.id = a.campaign_id
                             WHERE a.id = r.attempt_id AND c.programme_id = :programmeId)""", Kind.ID)
            .filter("from", "r.taken_on >= :from", Kind.DATE)
            .filter("until", "r.taken_on <= :until", Kind.DATE);

    private final DatabaseClient db;
    private final Lists lists;
    private final Rulebook rules;
    private final EventJson json;

    ResultReadStore(DatabaseClient db, Lists lists, Rulebook rules, EventJson json) {
        this.db = db;
        this.lists = lists;
        this.rules = rules;
        this.json = json;
    }

    /// @param personKnown whether the registry has named the person to this service
    /// @param programmeId whose interim or final assessment it was
    record Stored(Result result, boolean personKnown, @Nullable UUID programmeId) {

        Stored(Result result, boolean personKnown) {
            this(result, personKnown, null);
        }
    }

    Selection<Stored> select(Caller caller, ListRequest request) {
        return lists.select(LISTING, request, COLUMNS, scope(caller), Map.of("today", rules.today()), this::stored);
    }

    /// Empty for an absent result and for one of a person whom the caller may not see.
    Mono<Stored> find(Caller caller, UUID id) {
        var scope = scope(caller);
        return scope.bind(db.sql("SELECT %s %s WHERE r.id = :id AND %s".formatted(COLUMNS, FROM, scope.sql())))
                .bind("id", id)
                .bind("today", rules.today())
                .map(this::stored)
                .one();
    }

    private static Scope.Condition scope(Caller caller) {
        return Visibility.of(caller, "r.person_id");
    }

    private Stored stored(Readable row) {
        var scores = json.mapper().readValue(requireNonNull(row.get("scores", String.class)), Score[].class);
        return new Stored(new Result(get(row, "id", UUID.class), get(row, "version", Long.class),
                get(row, "created_at", Instant.class), get(row, "changed_at", Instant.class),
                get(row, "person_id", UUID.class), get(row, "procedure", String.class),
                get(row, "provider", String.class), get(row, "taken_on", LocalDate.class),
                row.get("occasion", String.class), row.get("round", String.class), List.of(scores)),
                get(row, "person_known", Boolean.class), row.get("programme_id", UUID.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type));
    }
}
