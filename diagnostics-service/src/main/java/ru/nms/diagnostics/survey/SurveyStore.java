package ru.nms.diagnostics.survey;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.json.EventJson;
import tools.jackson.core.type.TypeReference;

/// All SQL about rounds while they are asked: forms, secrets, ballots, answers.
@Repository
class SurveyStore {

    private static final TypeReference<Map<Band, String>> BANDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};
    private static final int NO_ANSWERS_YET = 0;

    private final DatabaseClient db;
    private final EventJson json;

    SurveyStore(DatabaseClient db, EventJson json) {
        this.db = db;
        this.json = json;
    }

    /// A round as those who answer need to know it.
    record Asked(SurveyKind kind, boolean open, LocalDate since, LocalDate until) {

        boolean on(LocalDate day) {
            return open && !day.isBefore(since) && day.isBefore(until);
        }
    }

    /// Until the end of the transaction the round stays as it is, while others may answer as well.
    Mono<Asked> asked(UUID round) {
        return db.sql("""
                SELECT kind, status = 'OPEN' AS open, since, until FROM survey_round WHERE id = :id AND NOT deleted FOR SHARE
                """)
                .bind("id", round)
                .mapProperties(Asked.class)
                .one();
    }

    /// Nobody answers until the end of the transaction.
    Mono<Void> lock(UUID round) {
        return db.sql("SELECT id FROM survey_round WHERE id = :id FOR UPDATE").bind("id", round).then();
    }

    record Form(UUID id, SurveyForm form) {}

    Flux<Form> formsOf(UUID round) {
        return formsOf(List.of(round)).map(FormOf::form);
    }

    record FormOf(UUID roundId, Form form) {}

    Flux<FormOf> formsOf(List<UUID> rounds) {
        return db.sql("""
                SELECT r.id AS round_id, f.id, CAST(jsonb_build_object('kind', f.kind, 'title', f.title, 'respondent', f.respondent,
                       'questions', f.questions, 'bands', f.bands) AS text) AS form
                  FROM survey_round r JOIN survey_form f ON f.id = ANY (r.form_ids)
                 WHERE r.id = ANY (:rounds) ORDER BY f.id
                """)
                .bind("rounds", rounds.toArray(UUID[]::new))
                .map(row -> new FormOf(requireNonNull(row.get("round_id", UUID.class)),
                        new Form(requireNonNull(row.get("id", UUID.class)), read(row, "form", SurveyForm.class))))
                .all();
    }

    /// What a new round asks with; to be compared with the round.
    Flux<Form> forms(List<UUID> ids) {
        return db.sql("""
                SELECT f.id, CAST(jsonb_build_object('kind', f.kind, 'title', f.title, 'respondent', f.respondent,
                       'questions', f.questions, 'bands', f.bands) AS text) AS form
                  FROM survey_form f WHERE f.id = ANY (:ids) AND NOT f.deleted
                """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> new Form(requireNonNull(row.get("id", UUID.class)), read(row, "form", SurveyForm.class)))
                .all();
    }

    /// Whether a round with the form was ever opened.
    Mono<Boolean> isUsed(UUID form) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM survey_round r WHERE :form = ANY (r.form_ids) AND r.status <> 'PLANNED') AS used
                """)
                .bind("form", form)
                .map(row -> Boolean.TRUE.equals(row.get("used", Boolean.class)))
                .one();
    }

    Mono<Void> keepSecret(UUID round, byte[] secret) {
        return db.sql("INSERT INTO survey_secret (round_id, secret) VALUES (:round, :secret)")
                .bind("round", round).bind("secret", secret).then();
    }

    Mono<Tickets> tickets(UUID round) {
        return db.sql("SELECT secret FROM survey_secret WHERE round_id = :round")
                .bind("round", round)
                .map(row -> new Tickets(requireNonNull(row.get("secret", byte[].class))))
                .one();
    }

    /// Many numbers share a row that each of them writes anew, so the row does not stand beside its ballot.
    ///
    /// @return false when the ticket was spent before
    Mono<Boolean> spend(UUID round, byte[] number) {
        return db.sql("""
                INSERT INTO survey_spent AS mine (round_id, shelf, numbers) VALUES (:round, :shelf, ARRAY[CAST(:number AS bytea)])
                ON CONFLICT (round_id, shelf) DO UPDATE
                   SET numbers = (SELECT array_agg(n ORDER BY n) FROM unnest(mine.numbers || excluded.numbers) AS n)
                 WHERE NOT mine.numbers @> excluded.numbers
                """)
                .bind("round", round).bind("shelf", (short) (number[0] & 0xff)).bind("number", number)
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Void> cast(UUID round, Sheet ballot) {
        return db.sql("INSERT INTO survey_ballot (round_id, bands, answers) VALUES (:round, :bands, :answers)")
                .bind("round", round).bind("bands", write(ballot.bands())).bind("answers", write(ballot.answers()))
                .then();
    }

    record Stated(Map<Band, String> bands, long people) {}

    Flux<Stated> stated(UUID round) {
        return db.sql("""
                SELECT CAST(bands AS text) AS bands, count(*) AS people FROM survey_ballot WHERE round_id = :round GROUP BY bands
                """)
                .bind("round", round)
                .map(row -> new Stated(read(row, "bands", BANDS), requireNonNull(row.get("people", Long.class))))
                .all();
    }

    Flux<Sheet> ballots(UUID round) {
        return db.sql("SELECT CAST(bands AS text) AS bands, CAST(answers AS text) AS answers FROM survey_ballot WHERE round_id = :round")
                .bind("round", round)
                .map(row -> new Sheet(read(row, "bands", BANDS), read(row, "answers", ANSWERS)))
                .all();
    }

    /// Nothing is left from which anybody could be told apart.
    Mono<Void> destroyBallots(UUID round) {
        return db.sql("""
                WITH ballots AS (DELETE FROM survey_ballot WHERE round_id = :round),
                     spent AS (DELETE FROM survey_spent WHERE round_id = :round)
                DELETE FROM survey_secret WHERE round_id = :round
                """)
                .bind("round", round).then();
    }

    /// @return 0 when the person has answered before
    Mono<Long> answer(Answer answer) {
        return db.sql("""
                INSERT INTO survey_answer (id, round_id, form_id, person_id, organisation_id, given_on, answers)
                VALUES (:id, :round, :form, :person, CAST(NULLIF(:organisation, '') AS uuid), :on, :answers)
                ON CONFLICT (round_id, person_id) DO NOTHING
                """)
                .bind("id", answer.id()).bind("round", answer.roundId()).bind("form", answer.formId())
                .bind("person", answer.personId())
                .bind("organisation", answer.organisationId() == null ? "" : answer.organisationId().toString())
                .bind("on", answer.givenOn()).bind("answers", write(answer.answers()))
                .fetch().rowsUpdated().defaultIfEmpty((long) NO_ANSWERS_YET);
    }

    Mono<Void> passOn(UUID from, UUID to) {
        return db.sql("""
                WITH twins AS (DELETE FROM survey_answer gone WHERE gone.person_id = :from AND EXISTS (
                        SELECT FROM survey_answer kept WHERE kept.person_id = :to AND kept.round_id = gone.round_id) RETURNING gone.id)
                UPDATE survey_answer SET person_id = :to WHERE person_id = :from AND id NOT IN (SELECT id FROM twins)
                """)
                .bind("from", from).bind("to", to)
                .then();
    }

    Mono<Void> erase(UUID person) {
        return db.sql("DELETE FROM survey_answer WHERE person_id = :person").bind("person", person).then();
    }

    record Given(UUID formId, Sheet sheet) {}

    Flux<Given> answers(UUID round) {
        return db.sql("SELECT form_id, CAST(answers AS text) AS answers FROM survey_answer WHERE round_id = :round")
                .bind("round", round)
                .map(row -> new Given(requireNonNull(row.get("form_id", UUID.class)), new Sheet(Map.of(), read(row, "answers", ANSWERS))))
                .all();
    }

    private Json write(Object value) {
        return Json.of(json.mapper().writeValueAsString(value));
    }

    private <T> T read(Readable row, String column, TypeReference<T> type) {
        return json.mapper().readValue(requireNonNull(row.get(column, String.class)), type);
    }

    private <T> T read(Readable row, String column, Class<T> type) {
        return json.mapper().readValue(requireNonNull(row.get(column, String.class)), type);
    }
}
