package ru.nms.diagnostics.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.diagnostics.attempt.Taking.Instrument;
import ru.nms.diagnostics.campaign.Campaigns;

/// Open answers are judged by people; a doubted attempt is looked at again.
class JudgingComponentTest {

    private static final Instrument INSTRUMENT = Instrument.of(true);

    private final Bench bench = Bench.of(INSTRUMENT);
    private final UUID[] judges = bench.judges();
    private final Taking me = bench.me();
    private final UUID campaign = bench.campaign();

    @Test
    void takesTheMeanOfTwoJudgesWhoAgree() {
        var attempt = bench.handedIn();
        bench.gives(bench.judge(attempt, 1), 8);
        me.api().get("attempts/" + attempt).expectBody().jsonPath("$.status").isEqualTo("JUDGING");
        me.api().get("results?personId=" + me.person()).expectBody().jsonPath("$.items").isEmpty();
        bench.gives(bench.judge(attempt, 2), 6);

        me.api().get("attempts/" + attempt).expectBody().jsonPath("$.status").isEqualTo("GRADED").jsonPath("$.points").isEqualTo(9)
                .jsonPath("$.maximum").isEqualTo(12);
        me.api().get("results?personId=" + me.person()).expectBody()
                .jsonPath("$.items[0].scores[?(@.competence == 'SUBJECT')].points").isEqualTo(7)
                .jsonPath("$.items[0].scores[?(@.competence == 'METHODICAL')].points").isEqualTo(2);
        assertThat(bench.judge(attempt, 3)).isNull();
    }

    @Test
    void asksAThirdJudgeWhereTwoDifferAndTakesTheirWord() {
        var attempt = bench.handedIn();
        bench.gives(bench.judge(attempt, 1), 9);
        bench.gives(bench.judge(attempt, 2), 6);
        me.api().get("attempts/" + attempt).expectBody().jsonPath("$.status").isEqualTo("JUDGING");

        assertThat(bench.judge(attempt, 3)).isIn((Object[]) judges).isNotIn(bench.judge(attempt, 1), bench.judge(attempt, 2));
        bench.gives(bench.judge(attempt, 3), 4);

        me.api().get("attempts/" + attempt).expectBody().jsonPath("$.points").isEqualTo(6);
    }

    @Test
    void showsAJudgeTheAnswerButNotWhoseItIs() {
        var attempt = bench.handedIn();
        var judge = bench.judge(attempt, 1);

        var seen = Bench.items(Bench.as(judge).read("judgements?judged=false&campaignId=" + campaign)).getFirst();

        assertThat(seen).containsEntry("answer", "Потому что так").containsEntry("stem", "Почему?").doesNotContainKeys("personId", "attemptId");
        assertThat(seen.toString()).doesNotContain(me.person().toString(), attempt.toString());
    }

    @Test
    void letsAJudgeJudgeOnceAndOnlyWhatTheyWereAsked() {
        var attempt = bench.handedIn();
        var first = bench.judge(attempt, 1);
        var second = bench.judge(attempt, 2);
        var task = bench.asked(first);
        Bench.as(second).put("judgements/" + task, "*", "{\"marks\": {\"DEPTH\": 1}}").expectStatus().isNotFound();
        Bench.as(first).put("judgements/" + task, "*", "{\"marks\": {\"DEPTH\": 11}}").expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/marks/DEPTH");
        bench.gives(first, 8);

        Bench.as(first).put("judgements/" + task, "*", "{\"marks\": {\"DEPTH\": 9}}").expectStatus().isEqualTo(409);
        var idle = Stream.of(judges).filter(one -> !one.equals(first) && !one.equals(second)).findFirst().orElseThrow();
        Bench.as(idle).get("judgements?campaignId=" + campaign).expectBody().jsonPath("$.items").isEmpty();
    }

    @Test
    void keepsJudgesOutOfTheirOwnCampaignAndWantsThreeOfThem() {
        var mixed = Campaigns.announced(INSTRUMENT.id(), "LIST", ", \"judgeIds\": %s, \"personIds\": %s".formatted(
                Campaigns.ids(judges[0], judges[1], me.person()), Campaigns.ids(me.person())));
        me.api().post("campaigns/" + mixed + "/attempts", "").expectStatus().isEqualTo(409);

        var two = Campaigns.draft(INSTRUMENT.id(), "SELF", ", \"judgeIds\": " + Campaigns.ids(judges[0], judges[1]));
        COORDINATOR.post("campaigns/" + two + "/announcement", "").expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/judgeIds");
    }

    @Test
    void doesNotAskAnybodyAboutWhatWasNotAnswered() {
        var attempt = me.starts(campaign);
        me.saves(attempt, INSTRUMENT.open(), 1, "{\"text\": \"  \"}").expectStatus().isNoContent();

        me.submits(attempt).expectBody().jsonPath("$.status").isEqualTo("GRADED").jsonPath("$.points").isEqualTo(0);
    }

    @Test
    void tellsHowFarTheJudgesAgree() {
        COORDINATOR.get("campaigns/" + campaign + "/agreement").expectBody().jsonPath("$.pairs").isEqualTo(0).jsonPath("$.kappa").doesNotExist();
        var other = Taking.somebody();
        var both = Campaigns.announced(INSTRUMENT.id(), "LIST", ", \"judgeIds\": %s, \"personIds\": %s".formatted(
                Campaigns.ids(judges), Campaigns.ids(me.person(), other.person())));
        judged(both, me, 8, 6);
        judged(both, other, 2, 2);

        // observed (20² + 0) / 2 = 200; by chance (20² + 60² + 40² + 0) / 4 = 1400; 1 − 1/7
        COORDINATOR.get("campaigns/" + both + "/agreement").expectBody().jsonPath("$.pairs").isEqualTo(2).jsonPath("$.kappa").isEqualTo(0.857143);
    }

    /// What judges thought of an attempt that was made by somebody else says nothing of how they judge.
    @Test
    void leavesAnnulledAttemptsOutOfTheAgreement() {
        var other = Taking.somebody();
        var both = Campaigns.announced(INSTRUMENT.id(), "LIST", ", \"judgeIds\": %s, \"personIds\": %s".formatted(
                Campaigns.ids(judges), Campaigns.ids(me.person(), other.person())));
        judged(both, me, 8, 8);
        var annulled = judged(both, other, 6, 8);
        COORDINATOR.get("campaigns/" + both + "/agreement").expectBody().jsonPath("$.pairs").isEqualTo(2);

        COORDINATOR.done("attempts/" + annulled + "/annulment", "");

        COORDINATOR.get("campaigns/" + both + "/agreement").expectBody().jsonPath("$.pairs").isEqualTo(1);
    }

    private UUID judged(UUID in, Taking who, int first, int second) {
        var attempt = who.starts(in);
        who.saves(attempt, INSTRUMENT.open(), 1, "{\"text\": \"Ответ\"}").expectStatus().isNoContent();
        who.submits(attempt).expectStatus().isOk();
        for (int turn = 1; turn <= 2; turn++) {
            var judge = bench.judge(attempt, turn);
            var open = String.valueOf(Bench.items(Bench.as(judge).read("judgements?judged=false&campaignId=" + in)).getFirst().get("id"));
            Bench.as(judge).put("judgements/" + open, "*", "{\"marks\": {\"DEPTH\": %d}}".formatted(turn == 1 ? first : second))
                    .expectStatus().isNoContent();
        }
        return attempt;
    }

    @Test
    void gradesAnewWhenAnAppealIsAcceptedAndForgetsNothing() {
        var attempt = bench.handedIn();
        bench.gives(bench.judge(attempt, 1), 2);
        bench.gives(bench.judge(attempt, 2), 2);
        var appeal = me.api().made("attempts/" + attempt + "/appeal", "{\"text\": \"Ответ верный\"}");
        me.api().get("attempts/" + attempt).expectBody().jsonPath("$.status").isEqualTo("APPEALED");
        COORDINATOR.get("appeals/" + appeal).expectBody().jsonPath("$.answers.length()").isEqualTo(2).jsonPath("$.appeal.pointsBefore").isEqualTo(4);
        COORDINATOR.post("appeals/" + appeal + "/acceptance", accepted(INSTRUMENT.open(), "11")).expectStatus().isEqualTo(422);
        COORDINATOR.post("appeals/" + appeal + "/acceptance", accepted(UUID.randomUUID(), "1")).expectStatus().isEqualTo(422);

        COORDINATOR.done("appeals/" + appeal + "/acceptance", accepted(INSTRUMENT.open(), "9.5"));

        me.api().get("attempts/" + attempt).expectBody().jsonPath("$.status").isEqualTo("GRADED").jsonPath("$.points").isEqualTo(11.5);
        me.api().get("results?personId=" + me.person()).expectBody().jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].scores[?(@.competence == 'SUBJECT')].points").isEqualTo(9.5);
        me.api().get("deficits?personId=" + me.person()).expectBody().jsonPath("$.items").isEmpty();
        me.api().get("appeals?attemptId=" + attempt).expectBody().jsonPath("$.items[0].pointsAfter").isEqualTo(11.5);
        Map<String, Object> history = PERM.inTransaction(PERM.bean(DatabaseClient.class)
                .sql("SELECT CAST(points_before AS text) AS was, CAST(points_after AS text) AS is FROM regrade WHERE appeal_id = :id")
                .bind("id", appeal).fetch().one());
        assertThat(history).containsEntry("was", "2.000").containsEntry("is", "9.5");
        COORDINATOR.post("appeals/" + appeal + "/refusal", "{\"reason\": \"Нет\"}").expectStatus().isEqualTo(409);
        me.api().post("attempts/" + attempt + "/appeal", "{\"text\": \"Ещё\"}").expectStatus().isEqualTo(409);
    }

    @Test
    void leavesEverythingAsItWasWhenAnAppealIsDeclinedAndTakesNoneAfterPublication() {
        var attempt = bench.handedIn();
        me.api().post("attempts/" + attempt + "/appeal", "{\"text\": \"Рано\"}").expectStatus().isEqualTo(409);
        bench.gives(bench.judge(attempt, 1), 2);
        bench.gives(bench.judge(attempt, 2), 2);
        var appeal = me.api().made("attempts/" + attempt + "/appeal", "{\"text\": \"Ответ верный\"}");
        COORDINATOR.done("appeals/" + appeal + "/refusal", "{\"reason\": \"Оценено верно\"}");
        me.api().get("attempts/" + attempt).expectBody().jsonPath("$.status").isEqualTo("GRADED").jsonPath("$.points").isEqualTo(4);
        me.api().get("results?personId=" + me.person()).expectBody().jsonPath("$.items[0].version").isEqualTo(1);

        var late = Taking.somebody();
        var over = Campaigns.announced(INSTRUMENT.id(), "LIST", ", \"judgeIds\": %s, \"personIds\": %s".formatted(
                Campaigns.ids(judges), Campaigns.ids(late.person())));
        var graded = late.starts(over);
        late.submits(graded).expectStatus().isOk();
        Campaigns.end(over);
        COORDINATOR.done("campaigns/" + over + "/publication", "");
        late.api().post("attempts/" + graded + "/appeal", "{\"text\": \"Поздно\"}").expectStatus().isEqualTo(409);
    }

    private static String accepted(UUID task, String points) {
        return "{\"reason\": \"Пересчитано\", \"points\": {\"%s\": %s}}".formatted(task, points);
    }
}
