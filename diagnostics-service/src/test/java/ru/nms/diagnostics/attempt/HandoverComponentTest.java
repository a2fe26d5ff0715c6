package ru.nms.diagnostics.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ru.nms.contracts.PersonChanged;
import ru.nms.diagnostics.Api;
import ru.nms.diagnostics.attempt.Taking.Instrument;
import ru.nms.diagnostics.campaign.Campaigns;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;

/// A judge who cannot judge keeps nobody waiting.
class HandoverComponentTest {

    private static final Instrument INSTRUMENT = Instrument.of(true);

    private final Bench bench = Bench.of(INSTRUMENT);

    private UUID idle(UUID attempt) {
        return Stream.of(bench.judges()).filter(one -> !one.equals(bench.judge(attempt, 1)) && !one.equals(bench.judge(attempt, 2)))
                .findFirst().orElseThrow();
    }

    private String open(UUID judge) {
        return String.valueOf(Bench.items(COORDINATOR.read("campaigns/" + bench.campaign() + "/open-judgements?judgeId=" + judge)).getFirst()
                .get("id"));
    }

    @Test
    void goesToTheNextJudgeWhoIsNotAskedYet() {
        var attempt = bench.handedIn();
        var first = bench.judge(attempt, 1);
        var idle = idle(attempt);
        var judgement = open(first);

        COORDINATOR.post("judgements/" + judgement + "/handover", "").expectStatus().isNoContent();

        assertThat(bench.judge(attempt, 1)).isEqualTo(idle);
        Bench.as(first).put("judgements/" + judgement, "*", Bench.marks(5)).expectStatus().isNotFound();
        Bench.as(first).get("judgements?campaignId=" + bench.campaign()).expectBody().jsonPath("$.items").isEmpty();
        bench.gives(idle, 8);
        bench.gives(bench.judge(attempt, 2), 8);
        bench.me().api().get("attempts/" + attempt).expectBody().jsonPath("$.status").isEqualTo("GRADED").jsonPath("$.points").isEqualTo(10);
    }

    @Test
    void goesToSomebodyNamedWhoJudgesInTheCampaignAndIsNotAskedYet() {
        var attempt = bench.handedIn();
        var judgement = open(bench.judge(attempt, 2));
        for (var wrong : List.of(bench.judge(attempt, 1), bench.judge(attempt, 2), bench.me().person(), Learnt.person(UUID.randomUUID()))) {
            COORDINATOR.post("judgements/" + judgement + "/handover", to(wrong)).expectStatus().isEqualTo(422)
                    .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/judgeId").jsonPath("$.errors[0].code").isEqualTo("cannot-judge");
        }
        var idle = idle(attempt);
        COORDINATOR.post("judgements/" + judgement + "/handover", to(idle)).expectStatus().isNoContent();

        assertThat(bench.judge(attempt, 2)).isEqualTo(idle);
    }

    private static String to(UUID judge) {
        return "{\"judgeId\": \"" + judge + "\"}";
    }

    @Test
    void endsWhereNobodyIsLeftOrTheJudgementWasGiven() {
        var attempt = bench.handedIn();
        bench.gives(bench.judge(attempt, 1), 9);
        var given = bench.asked(bench.judge(attempt, 1));
        COORDINATOR.post("judgements/" + given + "/handover", "").expectStatus().isEqualTo(409);
        bench.gives(bench.judge(attempt, 2), 2);

        COORDINATOR.post("judgements/" + open(bench.judge(attempt, 3)) + "/handover", "").expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.type").value(type -> assertThat((String) type).endsWith("judgement.nobody-left"));
        COORDINATOR.post("judgements/" + UUID.randomUUID() + "/handover", "").expectStatus().isNotFound();
    }

    @Test
    void isNotForThePersonWhoseAnswerItIs() {
        var attempt = bench.handedIn();

        new Api(PERM.as(Role.ASSESSOR, bench.me().person())).post("judgements/" + open(bench.judge(attempt, 1)) + "/handover", "")
                .expectStatus().isNotFound();
    }

    @Test
    void knowsTheJudgesThatACampaignNames() {
        COORDINATOR.post("campaigns", Campaigns.body(INSTRUMENT.id(), "SELF", ", \"judgeIds\": " + Campaigns.ids(UUID.randomUUID())))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/judgeIds")
                .jsonPath("$.errors[0].code").isEqualTo("unknown-person");
    }

    @Test
    void staysWithAJudgeWhoGoesOnUnderAnotherId() {
        var attempt = bench.handedIn();
        var first = bench.judge(attempt, 1);
        var stays = Learnt.person(UUID.randomUUID());

        merged(first, stays);

        assertThat(bench.judge(attempt, 1)).isEqualTo(stays);
        assertThat(COORDINATOR.read("campaigns/" + bench.campaign()).get("judgeIds").toString()).contains(stays.toString())
                .doesNotContain(first.toString());
        bench.gives(stays, 8);
    }

    @Test
    void staysAPlaceInTheListOfThoseWhoAreMeant() {
        var draft = Campaigns.draft(INSTRUMENT.id(), "LIST", ", \"personIds\": " + Campaigns.ids(bench.me().person()));
        var stays = Taking.somebody();

        merged(bench.me().person(), stays.person());

        assertThat(COORDINATOR.read("campaigns/" + draft).get("personIds")).isEqualTo(List.of(stays.person().toString()));
    }

    private static void merged(UUID from, UUID to) {
        Learnt.heard(new PersonChanged(UUID.randomUUID(), from, 1, 2, Instant.EPOCH, List.of(), null, null, null, null, to));
    }
}
