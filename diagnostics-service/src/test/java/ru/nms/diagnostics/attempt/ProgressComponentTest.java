package ru.nms.diagnostics.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.diagnostics.attempt.Taking.Instrument;
import ru.nms.diagnostics.campaign.Campaigns;

/// What follows for attempts and for those who make them when something around them changes.
class ProgressComponentTest {

    private final Instrument instrument = Instrument.of(false);
    private final Taking me = Taking.somebody();

    private UUID campaign() {
        return Campaigns.announced(instrument.id(), "LIST", ", \"attempts\": 3, \"personIds\": " + Campaigns.ids(me.person()));
    }

    @Test
    void fallsBackToTheAttemptsThatAreLeftWhenOneIsAnnulled() {
        var campaign = campaign();
        var first = me.starts(campaign);
        me.submits(first).expectStatus().isOk();
        var second = me.starts(campaign);
        participates(campaign, "STARTED", 3);

        COORDINATOR.done("attempts/" + second + "/annulment", "");
        participates(campaign, "FINISHED", 4);
        var third = me.starts(campaign);
        COORDINATOR.done("attempts/" + first + "/annulment", "");
        participates(campaign, "STARTED", 5);
        COORDINATOR.done("attempts/" + third + "/annulment", "");
        participates(campaign, "INVITED", 6);

        me.submits(me.starts(campaign)).expectStatus().isOk();
        participates(campaign, "FINISHED", 8);
    }

    /// The version counts what is announced.
    private void participates(UUID campaign, String status, int version) {
        me.api().get("participations?campaignId=" + campaign).expectBody().jsonPath("$.items[0].status").isEqualTo(status)
                .jsonPath("$.items[0].version").isEqualTo(version + 1);
        Number told = PERM.inTransaction(PERM.bean(DatabaseClient.class)
                .sql("SELECT count(*) AS told FROM change_audit WHERE subject_id = (SELECT id FROM campaign_participation WHERE campaign_id = :id)")
                .bind("id", campaign).map(row -> row.get("told", Long.class)).one());
        assertThat(told.intValue()).isEqualTo(version + 1);
    }

    @Test
    void lastsLongerWithItsCampaignButNoLongerThanItsLimit() {
        Campaigns.execute("UPDATE instrument SET time_limit_minutes = 2880 WHERE id = '%s'".formatted(instrument.id()));
        var campaign = campaign();
        var attempt = me.starts(campaign);
        var end = Instant.parse(COORDINATOR.read("campaigns/" + campaign).get("endsAt").toString());
        var started = Instant.parse(me.api().read("attempts/" + attempt).get("startedAt").toString());
        assertThat(deadline(attempt)).isEqualTo(end);

        Campaigns.lasting(campaign, end.plusSeconds(60)).expectStatus().isOk();
        assertThat(deadline(attempt)).isEqualTo(end.plusSeconds(60));
        assertThat(me.api().read("attempts/" + attempt)).containsEntry("version", 2);
        Campaigns.lasting(campaign, end.plus(Duration.ofDays(3))).expectStatus().isOk();
        assertThat(deadline(attempt)).isEqualTo(started.plus(Duration.ofDays(2)));
        Campaigns.lasting(campaign, end.plus(Duration.ofDays(4))).expectStatus().isOk();
        assertThat(me.api().read("attempts/" + attempt)).containsEntry("version", 3);
    }

    private Instant deadline(UUID attempt) {
        return Instant.parse(me.api().read("attempts/" + attempt).get("deadline").toString());
    }

    @Test
    void endsInTimeThoughManyOthersCannotEnd() {
        var draft = Campaigns.draft(instrument.id(), "SELF", "");
        Campaigns.execute("""
                INSERT INTO attempt (id, version, created_at, changed_at, campaign_id, person_id, instrument_id, number, variant, started_at,
                                     deadline, status)
                SELECT gen_random_uuid(), 1, now(), now(), '%s', gen_random_uuid(), '%s', 1, 1, now() - interval '2 days',
                       now() - interval '1 day', 'RUNNING' FROM generate_series(1, 401)""".formatted(draft, instrument.id()));
        try {
            var attempt = me.starts(campaign());
            Campaigns.execute("UPDATE attempt SET deadline = now() - interval '1 second' WHERE id = '%s'".formatted(attempt));

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(me.api().read("attempts/" + attempt)).containsEntry("status", "GRADED"));
        } finally {
            Campaigns.execute("DELETE FROM attempt WHERE campaign_id = '%s'".formatted(draft));
        }
    }
}
