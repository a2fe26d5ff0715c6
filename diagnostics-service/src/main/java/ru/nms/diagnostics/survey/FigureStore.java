package ru.nms.diagnostics.survey;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.SurveyChanged.Figure;
import ru.nms.platform.access.Scope;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Selection;
import ru.nms.platform.time.Ids;

/// All SQL about what is told of closed rounds. Whatever the filter, it chooses among the groups that were found to be
/// tellable when the round was closed; nothing is counted when it is read.
@Repository
class FigureStore {

    private static final String COLUMNS =
            "g.id, g.round_id, g.by_what, g.value, g.crossed, g.crossed_value, g.answers, CAST(g.figures AS text) AS figures";

    private static final Listing LISTING = Listing.of("survey-figures", "g.id", "FROM survey_group g JOIN survey_round r ON r.id = g.round_id")
            .sort("group", "g.by_what || '|' || g.value || '|' || g.crossed || '|' || g.crossed_value", Kind.TEXT)
            .filter("roundId", "g.round_id = :roundId", Kind.ID)
            .filter("kind", "r.kind = :kind", Kind.TEXT)
            .filter("year", "r.year = :year", Kind.NUMBER)
            .filter("by", "g.by_what = :by", Kind.TEXT)
            .filter("value", "g.value = :value", Kind.TEXT)
            .filter("crossed", "g.crossed = :crossed", Kind.TEXT)
            .filter("crossedValue", "g.crossed_value = :crossedValue", Kind.TEXT);

    private final DatabaseClient db;
    private final Lists lists;
    private final EventJson json;

    FigureStore(DatabaseClient db, Lists lists, EventJson json) {
        this.db = db;
        this.lists = lists;
        this.json = json;
    }

    /// @param by      `REGION`, `RESPONDENT` or a band
    /// @param value   empty for the region
    /// @param crossed a second band, or empty
    record Told(String by, String value, String crossed, String crossedValue, long answers, List<Figure> figures) {}

    record Stored(UUID roundId, Told told) {}

    Mono<Void> keep(UUID round, List<Told> groups) {
        return db.sql("""
                INSERT INTO survey_group (id, round_id, by_what, value, crossed, crossed_value, answers, figures)
                SELECT id, :round, by_what, value, crossed, crossed_value, answers, CAST(figures AS jsonb)
                  FROM unnest(:ids, :bys, :values, :crosses, :crossedValues, :answers, :figures)
                       AS told (id, by_what, value, crossed, crossed_value, answers, figures)
                """)
                .bind("round", round)
                .bind("ids", column(groups, told -> Ids.next(), UUID[]::new))
                .bind("bys", column(groups, Told::by, String[]::new))
                .bind("values", column(groups, Told::value, String[]::new))
                .bind("crosses", column(groups, Told::crossed, String[]::new))
                .bind("crossedValues", column(groups, Told::crossedValue, String[]::new))
                .bind("answers", column(groups, Told::answers, Long[]::new))
                .bind("figures", column(groups, told -> json.mapper().writeValueAsString(told.figures()), String[]::new))
                .then();
    }

    private static <T> T[] column(List<Told> groups, Function<Told, T> part, IntFunction<T[]> array) {
        return groups.stream().map(part).toArray(array);
    }

    Selection<Stored> select(ListRequest request) {
        return lists.select(LISTING, request, COLUMNS, Scope.Condition.ALL, this::read);
    }

    /// Of one year; the region first.
    Flux<Stored> ofYear(SurveyKind kind, int year) {
        return db.sql("SELECT " + COLUMNS + """
                  FROM survey_group g JOIN survey_round r ON r.id = g.round_id
                 WHERE r.kind = :kind AND r.year = :year AND NOT r.deleted
                 ORDER BY g.round_id, g.by_what <> 'REGION', g.by_what, g.value, g.crossed, g.crossed_value
                """)
                .bind("kind", kind.name()).bind("year", year)
                .map(this::read)
                .all();
    }

    /// A closed round and the forms it asked with.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Round(UUID id, String title, @Nullable UUID programmeId, @Nullable LocalDate trainingEndedOn, LocalDate since,
                 LocalDate until, String status, @Nullable Long answers, @Nullable String analysis) {}

    Flux<Round> rounds(SurveyKind kind, int year) {
        return db.sql("""
                SELECT id, title, programme_id, training_ended_on, since, until, status, answers, analysis FROM survey_round
                 WHERE kind = :kind AND year = :year AND NOT deleted ORDER BY since, id
                """)
                .bind("kind", kind.name()).bind("year", year)
                .mapProperties(Round.class)
                .all();
    }

    private Stored read(Readable row) {
        return new Stored(requireNonNull(row.get("round_id", UUID.class)), new Told(text(row, "by_what"), text(row, "value"),
                text(row, "crossed"), text(row, "crossed_value"), requireNonNull(row.get("answers", Long.class)),
                List.of(json.mapper().readValue(text(row, "figures"), Figure[].class))));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
