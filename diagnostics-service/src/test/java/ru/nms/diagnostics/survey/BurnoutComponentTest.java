package ru.nms.diagnostics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.survey.Surveys.act;
import static ru.nms.diagnostics.survey.Surveys.ballot;
import static ru.nms.diagnostics.survey.Surveys.cast;
import static ru.nms.diagnostics.survey.Surveys.created;
import static ru.nms.diagnostics.survey.Surveys.post;
import static ru.nms.diagnostics.survey.Surveys.round;
import static ru.nms.diagnostics.survey.Surveys.ticket;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.SurveyChanged;
import ru.nms.diagnostics.Golden;
import ru.nms.diagnostics.instrument.Sheets;
import ru.nms.platform.access.Role;
import ru.nms.platform.probe.Wire;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.TestServers;

class BurnoutComponentTest {

    private static final AtomicInteger YEARS = new AtomicInteger(2030);

    private final int year = YEARS.getAndIncrement();
    private final UUID place = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();

    @Test
    @Clause({"DIA-024", "DIA-025", "REP-12"})
    void isReportedForAYearByWhatRespondentsStated() {
        var round = open();
        answered(round, place, "F", 6, 5);
        answered(round, place, "M", 5, 1);
        answered(round, other, "F", 6, 3);
        answered(round, other, "F", 1, 2);

        act("survey-rounds/" + round + "/closure", 2, "").expectStatus().isOk().expectBody().jsonPath("$.answers").isEqualTo(18);
        act("survey-rounds/" + round + "/analysis", 3, "{\"text\": \"Чаще устают в одном округе\"}").expectStatus().isOk()
                .expectBody().jsonPath("$.status").isEqualTo("ANALYSED");

        get(PERM.as(Role.MINISTRY), "reports/burnout?year=" + year).expectStatus().isOk().expectBody()
                .jsonPath("$.rounds[0].round.answers").isEqualTo(18)
                .jsonPath("$.rounds[0].round.analysis").isEqualTo("Чаще устают в одном округе")
                .jsonPath("$.rounds[0].groups[?(@.by == 'MUNICIPALITY' && @.crossed == 'SEX' && @.crossedValue == 'M')].answers").isEqualTo(5)
                .jsonPath("$.rounds[0].groups[?(@.by == 'SUBJECT' && @.crossed == 'AGE')].answers").isEqualTo(18)
                .jsonPath("$.rounds[0].groups[?(@.by == 'SUBJECT' && @.crossed == 'CATEGORY')].answers").isEqualTo(18)
                .jsonPath("$.rounds[0].groups[?(@.by == 'SUBJECT' && @.crossed == 'EDUCATION')].answers").isEqualTo(18)
                .jsonPath("$.rounds[0].groups[?(@.by == 'MUNICIPALITY' && @.value == '%s' && !@.crossed)].figures[?(@.question == 'tired' && @.answer == '3')].count"
                        .formatted(other)).isEqualTo(6);
        get(PERM.as(Role.MINISTRY), "reports/burnout?year=2001").expectBody().jsonPath("$.rounds").isEmpty();
        table("reports/burnout?year=" + year);
    }

    private void table(String path) {
        PERM.as(Role.MINISTRY).get().uri("/api/diagnostics/v1/" + path).accept(MediaType.valueOf("text/csv")).exchange()
                .expectStatus().isOk().expectBody(String.class)
                .value(csv -> assertThat(csv).contains("Устаёте ли Вы?").contains("Разговор"));
        PERM.as(Role.MINISTRY).get().uri("/api/diagnostics/v1/" + path)
                .accept(MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")).exchange()
                .expectStatus().isOk().expectBody(byte[].class)
                .value(xlsx -> assertThat(Sheets.cells(xlsx)).contains("|Устаёте ли Вы?|3|6|33.3|"));
        get(PERM.as(Role.MINISTRY), path.replace("?", "/document?")).expectStatus().isOk()
                .expectBody(byte[].class).value(docx -> assertThat(Sheets.cells(docx)).contains("Ответов: 18.", "Чаще устают в одном округе",
                        "|Устаёте ли Вы?|3|6|33,3|", "|Устаёте ли Вы?, %|"));
    }

    @Test
    @Clause("DIA-024")
    void isMadeOnceAYearAndAsksForEveryBand() {
        var form = created("survey-forms", Surveys.burnoutForm());
        created("survey-rounds", round("BURNOUT", year, "", form));
        post(PERM.as(Role.COORDINATOR), "survey-rounds", round("BURNOUT", year, "", form)).expectStatus().isEqualTo(409);
        for (var band : Band.values()) {
            post(PERM.as(Role.COORDINATOR), "survey-forms", Surveys.burnoutForm().replaceFirst("\"%s\": \\[[^\\]]*\\],?".formatted(band), "")
                    .replaceFirst(",(\\s*)}}", "$1}}").replaceFirst(",(\\s*)}", "$1}"))
                    .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/bands/" + band);
        }
    }

    @Test
    @Clause("DIA-026")
    void takesOneBallotOfEachPersonWithoutKnowingWhose() {
        var round = open();
        var ticket = ticket(round, person);
        assertThat(ticket(round, person)).isEqualTo(ticket);

        cast(round, ballot(ticket, place, "F", 5)).expectStatus().isNoContent();
        cast(round, ballot(ticket, place, "F", 1)).expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.type").value(type -> assertThat((String) type).endsWith("ticket-spent"));
        cast(round, ballot("x" + ticket.substring(1), place, "F", 1)).expectStatus().isEqualTo(409);
        cast(open(), ballot(ticket, place, "F", 1)).expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.type").value(type -> assertThat((String) type).endsWith("ticket-not-valid"));

        assertThat(rowsWith(person.toString(), ticket)).isEmpty();
    }

    @Test
    @Clause("DIA-026")
    void refusesABallotThatNamesTheRespondent() {
        var round = open();
        var ballot = ballot(ticket(round, person), place, "F", 5);
        var path = "survey-rounds/" + round + "/ballots";

        post(PERM.as(Role.TEACHER, person), path, ballot).expectStatus().isBadRequest();
        post(PERM.anonymous().mutate().defaultHeader("Idempotency-Key", "k").build(), path, ballot).expectStatus().isBadRequest();
        post(PERM.as(Role.TEACHER, person).mutate().defaultHeader("Idempotency-Key", person.toString()).build(), path, ballot)
                .expectStatus().isBadRequest();

        assertThat(rowsWith(person.toString())).isEmpty();
        cast(round, ballot).expectStatus().isNoContent();
    }

    @Test
    @Clause("DIA-026")
    void leavesNothingButFiguresWhenItIsClosed() {
        var round = open();
        answered(round, place, "F", 4, 5);
        answered(round, other, "F", 3, 5);
        get(PERM.as(Role.COORDINATOR), "survey-figures?roundId=" + round).expectBody().jsonPath("$.items").isEmpty();
        get(PERM.as(Role.COORDINATOR), "survey-rounds/" + round).expectBody().jsonPath("$.answers").doesNotExist();

        act("survey-rounds/" + round + "/closure", 2, "").expectStatus().isOk();

        assertThat(count("survey_ballot", round) + count("survey_spent", round) + count("survey_secret", round)).isZero();
        assertThat(rowsWith(place.toString())).isEmpty();
        get(PERM.as(Role.TEACHER), "survey-figures?roundId=" + round + "&by=MUNICIPALITY&limit=200").expectBody()
                .jsonPath("$.items[?(!@.crossed)].value").isEqualTo("OTHER").jsonPath("$.items[?(!@.crossed)].answers").isEqualTo(7);
        cast(round, ballot("x".repeat(43), place, "F", 5)).expectStatus().isEqualTo(409);
        get(PERM.as(Role.TEACHER, person), "survey-rounds/" + round + "/ticket").expectStatus().isEqualTo(409);
    }

    @Test
    void takesOneOfManyBallotsThatComeAtOnceWithOneTicket() {
        var round = open();
        var ballot = ballot(ticket(round, person), place, "F", 5);

        try (var clients = Executors.newFixedThreadPool(8)) {
            var statuses = IntStream.range(0, 24).mapToObj(n -> clients.submit(() -> cast(round, ballot).returnResult(Void.class).getStatus().value()))
                    .map(BurnoutComponentTest::outcome).toList();
            assertThat(statuses).containsOnly(204, 409).containsOnlyOnce(204);
        }
        assertThat(count("survey_ballot", round)).isEqualTo(1);
    }

    private static int outcome(Future<Integer> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsNothingOfFourAnswers() {
        var round = open();
        answered(round, place, "F", 4, 5);

        act("survey-rounds/" + round + "/closure", 2, "").expectStatus().isOk().expectBody().jsonPath("$.answers").doesNotExist();

        get(PERM.as(Role.COORDINATOR), "survey-figures?roundId=" + round).expectBody().jsonPath("$.items").isEmpty();
    }

    @Test
    @Clause("DIA-026")
    void announcesAggregatesInTheGoldenShape() {
        var round = open();
        answered(round, place, "F", 5, 5);
        answered(round, other, "M", 7, 1);
        act("survey-rounds/" + round + "/closure", 2, "").expectStatus().isOk();

        var event = await().until(() -> new Wire(TestServers.kafka()).all(SurveyChanged.TOPIC.name(), record -> record.key().equals(round)),
                records -> records.size() == 3).getLast();

        var told = Golden.read(event.value());
        assertThat(Golden.shape(told)).isEqualTo(Golden.shape(Golden.event(SurveyChanged.TOPIC)));
        assertThat(told.get("groups").valueStream().map(group -> group.get("answers").asLong())).containsExactlyInAnyOrder(12L, 5L, 7L);
    }

    @Test
    void takesNoFormFromWhichRespondentsCouldBeToldApart() {
        for (var change : List.of("\"required\": true|\"required\": false", "\"SCALE\", \"required\": true, \"lowest\": 1, \"highest\": 5|\"TEXT\", \"required\": true")) {
            post(PERM.as(Role.COORDINATOR), "survey-forms", Surveys.burnoutForm().replace(change.split("\\|")[0], change.split("\\|")[1]))
                    .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("not-in-anonymous-form");
        }
    }

    @Test
    void takesNoBallotAgainstTheForm() {
        var round = open();
        var good = ballot(ticket(round, person), place, "F", 5);
        for (var change : List.of("\"F\"|\"X\"", "[\"5\"]|[\"6\"]", "[\"5\"]|[\"0\"]", "[\"5\"]|[\"4\", \"5\"]", "\"TALK\"]|\"REST\"]",
                "\"TALK\"]|\"SING\"]", place + "|somewhere", "{\"tired\": [\"5\"],|{", "\"SEX\": \"F\",|")) {
            cast(round, good.replace(change.split("\\|")[0], change.split("\\|").length > 1 ? change.split("\\|")[1] : ""))
                    .expectStatus().isEqualTo(422);
        }
        cast(round, good).expectStatus().isNoContent();
    }

    private String open() {
        var round = created("survey-rounds", round("BURNOUT", yearOfItsOwn(), "", created("survey-forms",
                Surveys.burnoutForm())));
        act("survey-rounds/" + round + "/opening", 1, "").expectStatus().isOk();
        return round;
    }

    private boolean first = true;

    private int yearOfItsOwn() {
        int own = first ? year : YEARS.getAndIncrement();
        first = false;
        return own;
    }

    private void answered(String round, UUID municipality, String sex, int people, int tired) {
        for (int n = 0; n < people; n++) {
            cast(round, ballot(ticket(round, UUID.randomUUID()), municipality, sex, tired)).expectStatus().isNoContent();
        }
    }

    private static long count(String table, String round) {
        return Objects.requireNonNull(PERM.inTransaction(PERM.bean(DatabaseClient.class)
                .sql("SELECT count(*) FROM %s WHERE round_id = '%s'".formatted(table, round)).map(row -> row.get(0, Long.class)).one()));
    }

    /// Tables of the whole database in which a text stands anywhere.
    private static List<String> rowsWith(String... texts) {
        var db = PERM.bean(DatabaseClient.class);
        var tables = PERM.inTransaction(db.sql("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
                .map(row -> row.get(0, String.class)).all().collectList());
        assertThat(tables).contains("survey_ballot", "change_audit", "read_audit", "idempotency", "outbox");
        return tables.stream().filter(table -> List.of(texts).stream().anyMatch(text -> Objects.requireNonNull(PERM.inTransaction(
                db.sql("SELECT count(*) FROM %s t WHERE CAST(t AS text) LIKE '%%' || :text || '%%'".formatted(table)).bind("text", text)
                        .map(row -> row.get(0, Long.class)).one())) > 0)).toList();
    }
}
