package ru.nms.diagnostics.survey;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.survey.SurveyForm.Respondent;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.region.RegionCalendar;

/// Who may say what became of a training: those who completed it, and those who lead or accompany them where they work.
@Repository
class RespondentStore {

    /// Where `c` is a completion of the training that the round asks about: later ones have not had their time yet.
    private static final String COMPLETED = """
            FROM survey_round r JOIN completion c ON c.programme_id = r.programme_id AND NOT c.deleted AND c.until <= r.training_ended_on
             WHERE r.id = :round""";

    private static final String AROUND = """
            FROM survey_round r JOIN completion c ON c.programme_id = r.programme_id AND NOT c.deleted AND c.until <= r.training_ended_on
              JOIN person_post w ON w.person_id = c.person_id AND w.since <= :today AND (w.until IS NULL OR w.until > :today)
             WHERE r.id = :round AND (w.organisation_id = :organisation
                OR EXISTS (SELECT FROM person_post mine WHERE mine.person_id = :person AND mine.organisation_id = w.organisation_id
                              AND mine.position = ANY (:positions) AND mine.since <= :today AND (mine.until IS NULL OR mine.until > :today))
                OR :accompanies AND EXISTS (SELECT FROM assignment a WHERE a.methodist_person_id = :person AND a.person_id = c.person_id
                              AND NOT a.deleted AND a.since <= :today AND (a.until IS NULL OR a.until > :today)))""";

    private final DatabaseClient db;
    private final RegionCalendar calendar;

    RespondentStore(DatabaseClient db, RegionCalendar calendar) {
        this.db = db;
        this.calendar = calendar;
    }

    /// On trust while nobody was ever heard to have completed anything.
    Mono<Boolean> admits(Caller caller, UUID person, UUID round, @Nullable Respondent respondent) {
        return respondent == Respondent.HEAD ? around(caller, person, round, Role.ORGANISATION, "HEAD")
                : respondent == Respondent.DEPUTY_OR_METHODIST ? around(caller, person, round, Role.METHODIST, "DEPUTY_HEAD", "UNIT_HEAD", "METHODIST")
                : db.sql("SELECT NOT EXISTS (SELECT FROM completion) OR EXISTS (SELECT %s AND c.person_id = :person) AS yes".formatted(COMPLETED))
                        .bind("person", person).bind("round", round)
                        .map(row -> Boolean.TRUE.equals(row.get("yes", Boolean.class))).one();
    }

    /// By the position held, or by the role in which the caller speaks for the organisation.
    private Mono<Boolean> around(Caller caller, UUID person, UUID round, Role role, String... positions) {
        var organisation = caller.is(role) ? caller.organisationId() : null;
        return db.sql("SELECT NOT EXISTS (SELECT FROM completion) OR EXISTS (SELECT %s) AS yes".formatted(AROUND))
                .bind("person", person).bind("round", round).bind("today", calendar.today())
                .bind("positions", positions)
                .bind("accompanies", role == Role.METHODIST && caller.is(role))
                .bind("organisation", organisation == null ? new UUID(0, 0) : organisation)
                .map(row -> Boolean.TRUE.equals(row.get("yes", Boolean.class))).one();
    }
}
