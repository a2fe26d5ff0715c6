package ru.nms.diagnostics.comparison;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import ru.nms.diagnostics.person.Visibility;
import ru.nms.diagnostics.rule.Recency;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.region.RegionCalendar;

/// All SQL that finds two diagnoses of one person by the same procedure, each query inside the caller's scope.
@Repository
class ComparisonStore {

    /// Never a diagnosis with itself. Of each person the newest diagnosis from `g.until` on and, of the same procedure, the newest one up to `g.since`.
    private static final String PAIRS = """
            SELECT a.competence, b.points AS points_before, b.maximum AS maximum_before,
                   a.points AS points_after, a.maximum AS maximum_after
              FROM (SELECT DISTINCT ON (g.person_id, s.competence) g.person_id, g.since, s.competence, r.id AS result, r.procedure,
                           s.points, s.maximum
                      FROM (%1$s) AS g
                      JOIN result r ON r.person_id = g.person_id AND r.taken_on BETWEEN g.until AND g.last AND NOT r.deleted
                      JOIN score s ON s.result_id = r.id %2$s
                     WHERE %3$s
                     ORDER BY g.person_id, s.competence, %4$s) AS a
             CROSS JOIN LATERAL
                   (SELECT s.points, s.maximum FROM result r JOIN score s ON s.result_id = r.id AND s.competence = a.competence
                     WHERE r.person_id = a.person_id AND r.procedure = a.procedure AND r.taken_on <= a.since AND r.id <> a.result AND NOT r.deleted
                     ORDER BY %4$s LIMIT 1) AS b
             ORDER BY a.competence, a.person_id
            """;

    /// The newest two of one procedure, and what was taken where that was an attempt of this service.
    private static final String OF_PERSON = """
            SELECT DISTINCT ON (taken.competence) taken.competence, taken.points_before, taken.maximum_before, taken.points AS points_after,
                   taken.maximum AS maximum_after, b.instrument_id AS instrument_before, coalesce(b.variant, 0) AS variant_before,
                   a.instrument_id AS instrument_after, coalesce(a.variant, 0) AS variant_after
              FROM (SELECT s.competence, s.points, s.maximum, r.taken_on, r.taken_at, r.id, r.attempt_id,
                           lag(s.points) OVER earlier AS points_before, lag(s.maximum) OVER earlier AS maximum_before,
                           lag(r.attempt_id) OVER earlier AS attempt_before
                      FROM result r JOIN score s ON s.result_id = r.id %s
                     WHERE r.person_id = :person AND NOT r.deleted AND %s
                    WINDOW earlier AS (PARTITION BY s.competence, r.procedure ORDER BY %s)) AS taken
              LEFT JOIN attempt b ON b.id = taken.attempt_before
              LEFT JOIN attempt a ON a.id = taken.attempt_id
             WHERE taken.points_before IS NOT NULL
             ORDER BY taken.competence, %s
            """;

    private static final String PARTICIPANTS = """
            SELECT c.person_id, c.since, c.until, CAST(:today AS date) AS last
              FROM completion c WHERE c.programme_id = :programme AND NOT c.deleted""";

    private static final String STAFF = """
            SELECT DISTINCT w.person_id, CAST(:first AS date) - 1 AS since, CAST(:first AS date) AS until, CAST(:last AS date) AS last
              FROM person_post w
             WHERE w.organisation_id = :organisation AND w.since <= :today AND (w.until IS NULL OR w.until > :today)""";

    private final DatabaseClient db;
    private final RegionCalendar calendar;

    ComparisonStore(DatabaseClient db, RegionCalendar calendar) {
        this.db = db;
        this.calendar = calendar;
    }

    /// @param variantBefore of the instrument before, where that is known
    record Taken(String competence, BigDecimal pointsBefore, BigDecimal maximumBefore, BigDecimal pointsAfter, BigDecimal maximumAfter,
                 @Nullable UUID instrumentBefore, int variantBefore, @Nullable UUID instrumentAfter, int variantAfter) {

        Pair pair() {
            return new Pair(competence, pointsBefore, maximumBefore, pointsAfter, maximumAfter);
        }
    }

    Flux<Taken> ofPerson(Caller caller, UUID person) {
        var scope = Visibility.ofKnown(caller, "r.person_id");
        return taken(scope, OF_PERSON.formatted(Visibility.TODAY, scope.sql(), Recency.oldestFirst("r", "id"),
                Recency.newestFirst("taken", "id")), spec -> spec.bind("person", person))
                .mapProperties(Taken.class).all();
    }

    /// Before and after the training.
    Flux<Pair> ofProgramme(Caller caller, UUID programme) {
        return group(caller, PARTICIPANTS, spec -> spec.bind("programme", programme));
    }

    /// Of those who work there today: before the year, and in it.
    Flux<Pair> ofOrganisation(Caller caller, UUID organisation, int year) {
        return group(caller, STAFF, spec -> spec.bind("organisation", organisation)
                .bind("first", LocalDate.of(year, 1, 1)).bind("last", LocalDate.of(year, 12, 31)));
    }

    private Flux<Pair> group(Caller caller, String people, UnaryOperator<GenericExecuteSpec> who) {
        var scope = Visibility.ofKnown(caller, "g.person_id");
        return taken(scope, PAIRS.formatted(people, Visibility.TODAY, scope.sql(), Recency.newestFirst("r", "id")), who)
                .mapProperties(Pair.class).all();
    }

    private GenericExecuteSpec taken(Scope.Condition scope, String sql, UnaryOperator<GenericExecuteSpec> who) {
        return who.apply(scope.bind(db.sql(sql))).bind("today", calendar.today());
    }
}
