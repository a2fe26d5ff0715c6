package ru.nms.diagnostics.attempt;

import static ru.nms.diagnostics.instrument.Fos.ASSESSOR;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

import ru.nms.diagnostics.attempt.Taking.Instrument;
import ru.nms.diagnostics.campaign.Campaigns;

/// What a single answer is worth gives its key away, so nobody is told while the key is sealed.
class PointsSecrecyComponentTest {

    private static final String RIGHT = "$.answers[0].points";

    private final Instrument instrument = Instrument.of(false);
    private final Taking me = Taking.somebody();
    private final UUID campaign = Campaigns.of(instrument.id(), me.person());

    private UUID graded() {
        var attempt = me.starts(campaign);
        me.chooses(attempt, instrument.choice(), 1, "2").expectStatus().isNoContent();
        me.submits(attempt).expectStatus().isOk().expectBody().jsonPath("$.points").isEqualTo(2).jsonPath("$.answers").doesNotExist();
        return attempt;
    }

    private BodyContentSpec seen(UUID attempt) {
        return me.api().get("attempts/" + attempt).expectStatus().isOk().expectBody().jsonPath("$.points").isEqualTo(2);
    }

    @Test
    void showsThePersonTheSumAtOnceAndPointsByTaskAfterTheEnd() {
        var attempt = graded();
        seen(attempt).jsonPath("$.answers.length()").isEqualTo(1).jsonPath(RIGHT).doesNotExist();

        Campaigns.end(campaign);

        seen(attempt).jsonPath(RIGHT).isEqualTo(2);
    }

    @Test
    void showsThemToWhoDecidesAnAppealAfterTheEndOnly() {
        var attempt = graded();
        var appeal = me.api().made("attempts/" + attempt + "/appeal", "{\"text\": \"Ответ верный\"}");
        for (var api : java.util.List.of(ASSESSOR, COORDINATOR)) {
            api.get("appeals/" + appeal).expectStatus().isOk().expectBody().jsonPath("$.answers[0].answer.chosen[0]").isEqualTo("2")
                    .jsonPath(RIGHT).doesNotExist().jsonPath("$.appeal.pointsBefore").isEqualTo(2);
        }
        seen(attempt).jsonPath(RIGHT).doesNotExist();

        Campaigns.end(campaign);

        ASSESSOR.get("appeals/" + appeal).expectBody().jsonPath(RIGHT).isEqualTo(2);
    }

    @Test
    void keepsThemAsLongAsAnotherCampaignAsksTheSame() {
        var attempt = graded();
        Campaigns.of(instrument.id(), Taking.somebody().person());

        Campaigns.end(campaign);

        seen(attempt).jsonPath(RIGHT).doesNotExist();
        ASSESSOR.get("tasks/" + instrument.choice() + "/key").expectStatus().isEqualTo(409);
    }

    @Test
    void cannotBeHadByTakingTheCampaignOut() {
        var attempt = graded();
        COORDINATOR.delete("campaigns/" + campaign).expectStatus().isEqualTo(409);
        seen(attempt).jsonPath(RIGHT).doesNotExist();
        ASSESSOR.get("tasks/" + instrument.choice() + "/key").expectStatus().isEqualTo(409);
    }

    @Test
    void areNotFollowedByMoreTimeForTheSameTasks() {
        graded();
        Campaigns.lasting(campaign, Instant.now().plus(Duration.ofDays(2))).expectStatus().isOk();
        ASSESSOR.get("tasks/" + instrument.choice() + "/key").expectStatus().isEqualTo(409);
        Campaigns.end(campaign);
        ASSESSOR.get("tasks/" + instrument.choice() + "/key").expectStatus().isOk();

        Campaigns.lasting(campaign, Instant.now().plus(Duration.ofDays(3))).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.endsAt").exists();
    }
}
