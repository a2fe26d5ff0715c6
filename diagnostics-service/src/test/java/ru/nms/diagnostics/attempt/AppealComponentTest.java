package ru.nms.diagnostics.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import ru.nms.diagnostics.Api;
import ru.nms.diagnostics.attempt.Taking.Instrument;
import ru.nms.diagnostics.campaign.Campaigns;
import ru.nms.platform.access.Role;

/// Who decides appeals, on which version, and what becomes of one whose attempt counts no more.
class AppealComponentTest {

    private static final Instrument INSTRUMENT = Instrument.of(true);
    private static final String REFUSED = "{\"reason\": \"Оценено верно\"}";

    private final Bench bench = Bench.of(INSTRUMENT);
    private final Taking me = bench.me();

    private UUID appealed(UUID attempt) {
        return me.api().made("attempts/" + attempt + "/appeal", "{\"text\": \"Ответ верный\"}");
    }

    private static String accepted() {
        return "{\"reason\": \"Пересчитано\", \"points\": {\"%s\": 9}}".formatted(INSTRUMENT.open());
    }

    @Test
    void isDecidedNeitherByWhoAppealsNorByWhoseMarksAreDoubted() {
        var attempt = bench.graded();
        var appeal = appealed(attempt);
        for (var party : List.of(me.person(), bench.judge(attempt, 1), bench.judge(attempt, 2))) {
            for (var role : List.of(Role.ASSESSOR, Role.COORDINATOR)) {
                var api = new Api(PERM.as(role, party));
                forbidden(api.post("appeals/" + appeal + "/acceptance", accepted()));
                forbidden(api.post("appeals/" + appeal + "/refusal", REFUSED));
            }
        }
        me.api().get("attempts/" + attempt).expectBody().jsonPath("$.status").isEqualTo("APPEALED");

        new Api(PERM.as(Role.ASSESSOR, UUID.randomUUID())).done("appeals/" + appeal + "/acceptance", accepted());

        me.api().get("attempts/" + attempt).expectBody().jsonPath("$.points").isEqualTo(11);
    }

    private static void forbidden(ResponseSpec answer) {
        answer.expectStatus().isForbidden().expectBody().jsonPath("$.type").value(type -> assertThat((String) type).endsWith("appeal.party"));
    }

    @Test
    void isClosedWhenItsAttemptIsAnnulled() {
        var attempt = bench.graded();
        var appeal = appealed(attempt);

        COORDINATOR.done("attempts/" + attempt + "/annulment", "");

        me.api().get("appeals?attemptId=" + attempt).expectBody().jsonPath("$.items[0].status").isEqualTo("CLOSED");
        COORDINATOR.post("appeals/" + appeal + "/refusal", REFUSED).expectStatus().isEqualTo(409);
        COORDINATOR.post("appeals/" + appeal + "/acceptance", accepted()).expectStatus().isEqualTo(409);
    }

    @Test
    void recordsWhoReadsItsTextAndAnswers() {
        var attempt = bench.graded();
        var appeal = appealed(attempt);
        COORDINATOR.get("appeals?attemptId=" + attempt).expectStatus().isOk();
        COORDINATOR.get("appeals/" + appeal).expectStatus().isOk();

        await().untilAsserted(() -> COORDINATOR.get("read-records?subjectId=" + me.person() + "&limit=200").expectBody()
                .jsonPath("$.items[?(@.operation == 'GET /api/diagnostics/v1/appeals')]").isNotEmpty()
                .jsonPath("$.items[?(@.operation == 'GET /api/diagnostics/v1/appeals/{id}')]").isNotEmpty());
    }

    @Test
    void isDecidedOnTheVersionThatWasSeen() {
        var attempt = bench.graded();
        var appeal = appealed(attempt);
        COORDINATOR.get("appeals/" + appeal).expectHeader().valueEquals("ETag", "\"1\"");

        sent("appeals/" + appeal + "/refusal", null, REFUSED).expectStatus().isEqualTo(428);
        sent("appeals/" + appeal + "/acceptance", null, accepted()).expectStatus().isEqualTo(428);
        sent("appeals/" + appeal + "/refusal", "\"2\"", REFUSED).expectStatus().isEqualTo(412);
        sent("appeals/" + appeal + "/acceptance", "\"2\"", accepted()).expectStatus().isEqualTo(412);
        sent("appeals/" + appeal + "/refusal", "\"1\"", REFUSED).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
    }

    @Test
    void countsNoMoreOnTheVersionThatWasSeen() {
        var attempt = me.starts(bench.campaign());

        sent("attempts/" + attempt + "/annulment", null, "").expectStatus().isEqualTo(428);
        sent("attempts/" + attempt + "/annulment", "\"2\"", "").expectStatus().isEqualTo(412);
        sent("attempts/" + attempt + "/annulment", "\"1\"", "").expectStatus().isOk();
    }

    private static ResponseSpec sent(String path, String version, String body) {
        var request = COORDINATOR.http().post().uri("/api/diagnostics/v1/" + path).contentType(MediaType.APPLICATION_JSON);
        return (version == null ? request : request.header("If-Match", version)).bodyValue(body).exchange();
    }

    @Test
    void keepsPublicationWaitingAsJudgingAndAnsweringDo() {
        var running = me.starts(bench.campaign());
        Campaigns.end(bench.campaign());
        waits(1, 0, 0);
        me.saves(running, INSTRUMENT.open(), 1, "{\"text\": \"Потому\"}").expectStatus().isNoContent();
        me.submits(running).expectStatus().isOk();
        waits(0, 1, 0);
        bench.gives(bench.judge(running, 1), 2);
        bench.gives(bench.judge(running, 2), 2);
        var appeal = appealed(running);
        waits(0, 0, 1);
        COORDINATOR.done("appeals/" + appeal + "/refusal", REFUSED);

        COORDINATOR.done("campaigns/" + bench.campaign() + "/publication", "");
    }

    private void waits(int running, int judging, int doubted) {
        COORDINATOR.post("campaigns/" + bench.campaign() + "/publication", "").expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.type").value(type -> assertThat((String) type).endsWith("campaign.not-settled"))
                .jsonPath("$.running").isEqualTo(running).jsonPath("$.judging").isEqualTo(judging).jsonPath("$.appealed").isEqualTo(doubted);
        assertThat(COORDINATOR.read("campaigns/" + bench.campaign())).containsEntry("status", "ANNOUNCED");
    }
}
