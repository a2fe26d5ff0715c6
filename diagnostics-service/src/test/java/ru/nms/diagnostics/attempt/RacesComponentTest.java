package ru.nms.diagnostics.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import ru.nms.diagnostics.attempt.Taking.Instrument;
import ru.nms.diagnostics.campaign.Campaigns;

/// What two ask for at once happens once.
class RacesComponentTest {

    private static final Instrument PLAIN = Instrument.of(false);
    private static final Instrument JUDGED = Instrument.of(true);

    private final Taking me = Taking.somebody();

    private static List<Integer> atOnce(List<Supplier<ResponseSpec>> all) {
        return all.parallelStream().map(one -> one.get().returnResult(Void.class).getStatus().value()).sorted().toList();
    }

    private static List<Integer> twice(Supplier<ResponseSpec> one) {
        return atOnce(List.of(one, one));
    }

    private static long count(String sql) {
        Long found = PERM.inTransaction(PERM.bean(DatabaseClient.class).sql(sql).map(row -> row.get(0, Long.class)).one());
        return found;
    }

    @RepeatedTest(3)
    void startsOnce() {
        var campaign = Campaigns.announced(PLAIN.id(), "LIST", ", \"attempts\": 2, \"personIds\": " + Campaigns.ids(me.person()));

        assertThat(twice(() -> me.api().post("campaigns/" + campaign + "/attempts", ""))).containsExactly(201, 409);
        assertThat(count("SELECT count(*) FROM attempt WHERE campaign_id = '%s'".formatted(campaign))).isEqualTo(1);
    }

    @RepeatedTest(3)
    void isSubmittedOnce() {
        var attempt = me.starts(Campaigns.of(PLAIN.id(), me.person()));

        assertThat(twice(() -> me.submits(attempt))).containsExactly(200, 409);
        assertThat(results()).isEqualTo(1);
    }

    /// The worker looks every second, and now as well.
    @RepeatedTest(3)
    void endsOnceThoughTimeIsUpWhenItIsSubmitted() {
        var attempt = me.starts(Campaigns.of(PLAIN.id(), me.person()));
        Campaigns.execute("UPDATE attempt SET deadline = now() - interval '1 second' WHERE id = '%s'".formatted(attempt));

        Stream.<Runnable>of(() -> me.submits(attempt), () -> PERM.bean(AttemptService.class).submitOverdue().block()).parallel()
                .forEach(Runnable::run);

        await().untilAsserted(() -> assertThat(me.api().read("attempts/" + attempt)).containsEntry("status", "GRADED").containsEntry("version", 3));
        assertThat(results()).isEqualTo(1);
    }

    private long results() {
        return count("SELECT count(*) FROM result WHERE person_id = '%s'".formatted(me.person()));
    }

    @RepeatedTest(3)
    void isDecidedOnce() {
        var bench = Bench.of(JUDGED);
        var attempt = bench.graded();
        var appeal = bench.me().api().made("attempts/" + attempt + "/appeal", "{\"text\": \"Ответ верный\"}");
        var accepted = "{\"reason\": \"Да\", \"points\": {\"%s\": 9}}".formatted(JUDGED.open());

        assertThat(atOnce(List.of(() -> COORDINATOR.post("appeals/" + appeal + "/acceptance", accepted),
                () -> COORDINATOR.post("appeals/" + appeal + "/refusal", "{\"reason\": \"Нет\"}")))).containsExactly(200, 409);
        var taken = bench.me().api().read("attempts/" + attempt).get("points");
        bench.me().api().get("appeals?attemptId=" + attempt).expectBody().jsonPath("$.items[0].pointsAfter").isEqualTo(taken);
    }

    @RepeatedTest(3)
    void isGradedOnceByTwoWhoJudgeAtOnce() {
        var bench = Bench.of(JUDGED);
        var attempt = bench.handedIn();
        var asked = Stream.of(1, 2).map(turn -> bench.judge(attempt, turn)).map(judge -> (Supplier<ResponseSpec>) () ->
                Bench.as(judge).put("judgements/" + bench.asked(judge), "*", Bench.marks(6))).toList();

        assertThat(atOnce(asked)).containsExactly(204, 204);
        assertThat(bench.me().api().read("attempts/" + attempt)).containsEntry("status", "GRADED").containsEntry("points", 8.0);
        assertThat(count("SELECT count(*) FROM result WHERE person_id = '%s'".formatted(bench.me().person()))).isEqualTo(1);
    }

    @RepeatedTest(3)
    void isGivenOnceThoughItIsHandedOverMeanwhile() {
        var bench = Bench.of(JUDGED);
        var attempt = bench.handedIn();
        var judge = bench.judge(attempt, 1);
        var judgement = UUID.fromString(bench.asked(judge));

        var answers = atOnce(List.of(() -> Bench.as(judge).put("judgements/" + judgement, "*", Bench.marks(6)),
                () -> COORDINATOR.post("judgements/" + judgement + "/handover", "")));

        assertThat(answers).containsAnyOf(404, 409).contains(204);
        assertThat(count("SELECT count(*) FROM judgement WHERE id = '%s' AND (points IS NOT NULL) = (judge_id = '%s')"
                .formatted(judgement, judge))).isEqualTo(1);
    }
}
