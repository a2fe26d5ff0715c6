package ru.nms.diagnostics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.survey.Surveys.TODAY;
import static ru.nms.diagnostics.survey.Surveys.act;
import static ru.nms.diagnostics.survey.Surveys.created;
import static ru.nms.diagnostics.survey.Surveys.form;
import static ru.nms.diagnostics.survey.Surveys.post;
import static ru.nms.diagnostics.survey.Surveys.round;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.diagnostics.instrument.Sheets;
import ru.nms.diagnostics.offer.Offered;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

class DelayedResultComponentTest {

    private final UUID programme = UUID.randomUUID();
    private final UUID school = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final String head = created("survey-forms", form("DELAYED_RESULT", "HEAD"));
    private final String deputy = created("survey-forms", form("DELAYED_RESULT", "DEPUTY_OR_METHODIST"));
    private final String teacher = created("survey-forms", form("DELAYED_RESULT", "TEACHER"));

    @Test
    @Clause({"DIA-021", "REP-20"})
    void asksThreeKindsOfRespondentsAndIsReportedAndAnalysedForTheYear() {
        var round = open();
        answered(round, teacher, "YES", 6, this::participant);
        answered(round, head, "NO", 5, () -> around("HEAD"));
        answered(round, deputy, "YES", 4, () -> around("METHODIST"));

        act("survey-rounds/" + round + "/closure", 2, "").expectStatus().isOk();
        act("survey-rounds/" + round + "/analysis", 3, "{\"text\": \"Применяют\"}").expectStatus().isOk();

        get(PERM.as(Role.COORDINATOR), "survey-answers?count=true&programmeId=" + programme).expectBody().jsonPath("$.total").isEqualTo(15);
        var mine = "$.rounds[?(@.round.programmeId == '%s')]".formatted(programme);
        get(PERM.as(Role.PROVIDER), "reports/delayed-results?year=2026").expectStatus().isOk().expectBody()
                .jsonPath(mine + ".round.analysis").isEqualTo("Применяют")
                .jsonPath(mine + ".round.trainingEndedOn").isEqualTo(ended().toString())
                .jsonPath(mine + ".groups[?(@.value == 'TEACHER')].figures[0].count").isEqualTo(6)
                .jsonPath(mine + ".groups[?(@.value == 'HEAD')].figures[0].answer").isEqualTo("NO")
                .jsonPath(mine + ".groups[?(@.value == 'DEPUTY_OR_METHODIST')]").isEmpty()
                .jsonPath(mine + ".round.answers").isEmpty();
        get(PERM.as(Role.PROVIDER), "reports/delayed-results/document?year=2026").expectStatus().isOk()
                .expectBody(byte[].class).value(docx -> assertThat(Sheets.cells(docx)).contains("Применяют", "|Педагог|", "|6|100,0|", "|5|100,0|")
                        .doesNotContain("|4|100,0|"));
    }

    /// The product's deadline is half a year; the day before is too early.
    @Test
    @Clause("DIA-021")
    void isAskedWhenTheDeadlineAfterTheTrainingHasPassed() {
        post(PERM.as(Role.COORDINATOR), "survey-rounds", round("DELAYED_RESULT", 2026, training(TODAY.minusMonths(6).plusDays(1)), teacher))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/since");
        post(PERM.as(Role.COORDINATOR), "survey-rounds", round("DELAYED_RESULT", 2026, "", teacher)).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[*].pointer").value(at -> assertThat(at).asList().contains("/programmeId", "/trainingEndedOn"));
        post(PERM.as(Role.COORDINATOR), "survey-rounds", round("DELAYED_RESULT", 2026, training(ended()), teacher)).expectStatus().isCreated();
    }

    /// Whoever completed another programme or a later run of it, or leads where nobody completed this one, has nothing to say of it.
    @Test
    @Clause("DIA-021")
    void asksOnlyThoseWhoCompletedTheProgrammeAndThoseAroundThem() {
        var path = "survey-rounds/" + open() + "/answers";
        var participant = participant();
        var stranger = Learnt.person(UUID.randomUUID());
        Offered.completed(stranger, UUID.randomUUID(), ended());
        var late = Learnt.person(UUID.randomUUID());
        Offered.completed(late, programme, ended().plusDays(1));

        refused(PERM.as(Role.TEACHER, stranger), path, teacher);
        refused(PERM.as(Role.TEACHER, late), path, teacher);
        refused(PERM.as(Role.TEACHER, participant), path, head);
        refused(PERM.as(Role.TEACHER, participant), path, deputy);
        refused(PERM.as(Role.TEACHER, around("HEAD")), path, teacher);
        refused(PERM.as(Role.TEACHER, around("HEAD")), path, deputy);
        refused(PERM.as(Role.TEACHER, around("DEPUTY_HEAD")), path, head);
        refused(PERM.as(Role.TEACHER, Learnt.holding(UUID.randomUUID(), UUID.randomUUID(), "HEAD")), path, head);
        refused(PERM.as(Role.ORGANISATION, UUID.randomUUID(), UUID.randomUUID(), null), path, head);
        refused(PERM.as(Role.METHODIST, UUID.randomUUID(), school, null), path, head);

        post(PERM.as(Role.ORGANISATION, UUID.randomUUID(), school, null), path, answer(head, "YES")).expectStatus().isCreated();
        post(PERM.as(Role.METHODIST, UUID.randomUUID(), school, null), path, answer(deputy, "YES")).expectStatus().isCreated();
        post(PERM.as(Role.TEACHER, around("DEPUTY_HEAD")), path, answer(deputy, "YES")).expectStatus().isCreated();
        post(PERM.as(Role.TEACHER, participant), path, answer(teacher, "YES")).expectStatus().isCreated();
    }

    private static void refused(WebTestClient http, String path, String form) {
        post(http, path, answer(form, "YES")).expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("form-for-others");
    }

    /// Somebody of the school who completed the programme.
    private UUID participant() {
        var id = Learnt.working(UUID.randomUUID(), school);
        Offered.completed(id, programme, ended());
        return id;
    }

    private UUID around(String position) {
        return Learnt.holding(UUID.randomUUID(), school, position);
    }

    @Test
    void takesOneAnswerOfEachPersonAndShowsItToThemAndTheCoordinator() {
        var round = open();
        var path = "survey-rounds/" + round + "/answers";
        Offered.completed(person, programme, ended());
        post(PERM.as(Role.TEACHER, person), path, answer(teacher, "YES")).expectStatus().isCreated();
        post(PERM.as(Role.TEACHER, person), path, answer(teacher, "NO")).expectStatus().isEqualTo(409);
        post(PERM.as(Role.TEACHER, participant()), path, answer(teacher, "MAYBE")).expectStatus().isEqualTo(422);
        post(PERM.as(Role.TEACHER, UUID.randomUUID()), path, answer(UUID.randomUUID().toString(), "YES")).expectStatus().isEqualTo(422);
        post(PERM.as(Role.TEACHER), path, answer(teacher, "YES")).expectStatus().isForbidden();

        get(PERM.as(Role.TEACHER, person), "survey-answers?roundId=" + round).expectBody().jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].personId").isEqualTo(person.toString());
        get(PERM.as(Role.TEACHER, UUID.randomUUID()), "survey-answers?roundId=" + round).expectBody().jsonPath("$.items").isEmpty();
        get(PERM.as(Role.ORGANISATION), "survey-answers?count=true&roundId=" + round).expectBody().jsonPath("$.total").isEqualTo(0);
    }

    /// Satisfaction with the municipal service is anonymous too and may ask for fewer bands.
    @Test
    void asksForSatisfactionWithTheServiceByMunicipality() {
        var form = created("survey-forms", """
                {"kind": "SERVICE_SATISFACTION", "title": "Удовлетворённость %s", "bands": {"MUNICIPALITY": []}, "questions": [
                 {"code": "helped", "title": "Помогла ли служба?", "answering": "SCALE", "required": true, "lowest": 1, "highest": 10}]}
                """.formatted(UUID.randomUUID()));
        var round = created("survey-rounds", round("SERVICE_SATISFACTION", 2026, "", form));
        act("survey-rounds/" + round + "/opening", 1, "").expectStatus().isOk();
        for (int n = 0; n < 5; n++) {
            Surveys.cast(round, """
                    {"ticket": "%s", "bands": {"MUNICIPALITY": "%s"}, "answers": {"helped": ["10"]}}
                    """.formatted(Surveys.ticket(round, UUID.randomUUID()), programme)).expectStatus().isNoContent();
        }
        act("survey-rounds/" + round + "/closure", 2, "").expectStatus().isOk().expectBody().jsonPath("$.answers").isEqualTo(5);

        get(PERM.as(Role.MUNICIPALITY), "survey-figures?by=MUNICIPALITY&roundId=" + round + "&value=" + programme).expectBody()
                .jsonPath("$.items[0].figures[0].answer").isEqualTo("10").jsonPath("$.items[0].figures[0].count").isEqualTo(5);
        post(PERM.as(Role.TEACHER, person), "survey-rounds/" + round + "/answers", answer(form, "YES")).expectStatus().isNotFound();
    }

    @Test
    void keepsFormAndRoundAsTheyWereOpened() {
        var round = open();
        PERM.as(Role.COORDINATOR).put().uri("/api/diagnostics/v1/survey-forms/" + teacher).header("If-Match", "\"1\"")
                .header("Content-Type", "application/json").bodyValue(form("DELAYED_RESULT", "TEACHER")).exchange()
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("form-in-use");
        PERM.as(Role.COORDINATOR).put().uri("/api/diagnostics/v1/survey-rounds/" + round).header("If-Match", "\"2\"")
                .header("Content-Type", "application/json").bodyValue(round("DELAYED_RESULT", 2026, training(ended()), teacher)).exchange()
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("fixed");
        act("survey-rounds/" + round + "/opening", 2, "").expectStatus().isEqualTo(409);
    }

    private String open() {
        var round = created("survey-rounds", round("DELAYED_RESULT", 2026, training(ended()), head, deputy, teacher));
        act("survey-rounds/" + round + "/opening", 1, "").expectStatus().isOk();
        return round;
    }

    private static LocalDate ended() {
        return TODAY.minusMonths(6);
    }

    private String training(LocalDate ended) {
        return ", \"programmeId\": \"%s\", \"trainingEndedOn\": \"%s\"".formatted(programme, ended);
    }

    private static String answer(String form, String used) {
        return "{\"formId\": \"%s\", \"answers\": {\"used\": [\"%s\"], \"what\": [\"Приём\"]}}".formatted(form, used);
    }

    private static void answered(String round, String form, String used, int people, Supplier<UUID> who) {
        for (int n = 0; n < people; n++) {
            post(PERM.as(Role.TEACHER, who.get()), "survey-rounds/" + round + "/answers", answer(form, used)).expectStatus().isCreated();
        }
    }
}
