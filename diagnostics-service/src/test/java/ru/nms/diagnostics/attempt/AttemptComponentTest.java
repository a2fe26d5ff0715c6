package ru.nms.diagnostics.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.PersonChanged;
import ru.nms.diagnostics.Api;
import ru.nms.diagnostics.attempt.Taking.Instrument;
import ru.nms.diagnostics.campaign.Campaigns;
import ru.nms.diagnostics.instrument.Fos;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.tx.Tx;

class AttemptComponentTest {

    private static final Instrument INSTRUMENT = Instrument.of(false);

    private final Taking me = Taking.somebody();
    private final UUID campaign = Campaigns.announced(INSTRUMENT.id(), "LIST",
            ", \"attempts\": 2, \"occasion\": \"BEFORE_ATTESTATION\", \"personIds\": " + Campaigns.ids(me.person()));

    @Test
    @Clause({"DIA-019", "DIA-016"})
    void becomesAResultWithItsOccasionAndOpensADeficit() {
        var attempt = me.starts(campaign);
        me.chooses(attempt, INSTRUMENT.choice(), 1, "1").expectStatus().isNoContent();

        me.submits(attempt).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("GRADED")
                .jsonPath("$.points").isEqualTo(0).jsonPath("$.maximum").isEqualTo(2);

        me.api().get("results?personId=" + me.person()).expectBody().jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].occasion").isEqualTo("BEFORE_ATTESTATION").jsonPath("$.items[0].provider").isEqualTo("CNPPM")
                .jsonPath("$.items[0].scores[0].competence").isEqualTo("METHODICAL");
        me.api().get("deficits?personId=" + me.person()).expectBody().jsonPath("$.items[0].status").isEqualTo("OPEN")
                .jsonPath("$.items[0].competence").isEqualTo("METHODICAL");
        me.api().get("participations?campaignId=" + campaign).expectBody().jsonPath("$.items[0].status").isEqualTo("FINISHED");
    }

    @Test
    @Clause("DIA-017")
    void becomesAResultOfTheProgrammeWhoseFinalAssessmentItIs() {
        var programme = UUID.randomUUID();
        var last = Campaigns.announced(INSTRUMENT.id(), "LIST", ", \"occasion\": \"PROGRAM_FINAL\", \"programmeId\": \"%s\", \"personIds\": %s"
                .formatted(programme, Campaigns.ids(me.person())));
        var other = me.starts(campaign);
        me.submits(other).expectStatus().isOk();
        var attempt = me.starts(last);
        me.chooses(attempt, INSTRUMENT.choice(), 1, "2").expectStatus().isNoContent();
        me.submits(attempt).expectStatus().isOk();

        me.api().get("results?programmeId=" + programme).expectBody().jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].occasion").isEqualTo("PROGRAM_FINAL").jsonPath("$.items[0].programmeId").isEqualTo(programme.toString())
                .jsonPath("$.items[0].scores[0].points").isEqualTo(2);
        me.api().get("results?personId=" + me.person() + "&programmeId=" + UUID.randomUUID()).expectBody().jsonPath("$.items").isEmpty();
    }

    @Test
    @Clause("DIA-030")
    void keepsAllAttemptsAndLetsTheNewestValidOneCount() {
        var weak = me.starts(campaign);
        me.submits(weak).expectStatus().isOk();
        var strong = me.starts(campaign);
        me.chooses(strong, INSTRUMENT.choice(), 1, "2").expectStatus().isNoContent();
        me.submits(strong).expectBody().jsonPath("$.points").isEqualTo(2);

        me.api().get("attempts?campaignId=" + campaign).expectBody().jsonPath("$.items.length()").isEqualTo(2);
        me.api().get("deficits?personId=" + me.person()).expectBody().jsonPath("$.items[0].status").isEqualTo("CLOSED");

        COORDINATOR.done("attempts/" + strong + "/annulment", "");
        me.api().get("deficits?personId=" + me.person()).expectBody().jsonPath("$.items[0].status").isEqualTo("OPEN");
        me.api().get("attempts?campaignId=" + campaign).expectBody().jsonPath("$.items.length()").isEqualTo(2);
    }

    @Test
    void runsOnceAtATimeAndAsOftenAsTheCampaignAllows() {
        var first = me.starts(campaign);
        me.api().post("campaigns/" + campaign + "/attempts", "").expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.existing").isEqualTo(first.toString());
        me.submits(first).expectStatus().isOk();
        me.submits(first).expectStatus().isEqualTo(409);
        me.submits(me.starts(campaign)).expectStatus().isOk();

        me.api().post("campaigns/" + campaign + "/attempts", "").expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.type").value(type -> assertThat((String) type).endsWith("attempt.none-left"));
    }

    @Test
    void isForThoseWhomTheCampaignReachesWhileItRuns() {
        Taking.somebody().api().post("campaigns/" + campaign + "/attempts", "").expectStatus().isNotFound();
        var draft = Campaigns.draft(INSTRUMENT.id(), "LIST", ", \"personIds\": " + Campaigns.ids(me.person()));
        me.api().post("campaigns/" + draft + "/attempts", "").expectStatus().isNotFound();
        Campaigns.execute("UPDATE campaign SET starts_at = now() + interval '1 hour' WHERE id = '%s'".formatted(campaign));
        me.api().post("campaigns/" + campaign + "/attempts", "").expectStatus().isEqualTo(409).expectBody().jsonPath("$.startsAt").exists();
        Campaigns.execute("UPDATE campaign SET starts_at = now() - interval '2 hours' WHERE id = '%s'".formatted(campaign));
        Campaigns.end(campaign);
        me.api().post("campaigns/" + campaign + "/attempts", "").expectStatus().isEqualTo(409).expectBody().jsonPath("$.endsAt").exists();
    }

    @Test
    void savesTheSameAnswerOnceAndRefusesAnOlderOne() {
        var attempt = me.starts(campaign);
        me.chooses(attempt, INSTRUMENT.choice(), 2, "1").expectStatus().isNoContent();
        me.chooses(attempt, INSTRUMENT.choice(), 2, "1").expectStatus().isNoContent();
        me.chooses(attempt, INSTRUMENT.choice(), 1, "1").expectStatus().isEqualTo(409).expectBody().jsonPath("$.revision").isEqualTo(2);
        me.chooses(attempt, INSTRUMENT.choice(), 2, "3").expectStatus().isEqualTo(409);
        me.chooses(attempt, INSTRUMENT.choice(), 3, "2").expectStatus().isNoContent();

        me.api().get("attempts/" + attempt).expectBody().jsonPath("$.answers.length()").isEqualTo(1)
                .jsonPath("$.answers[0].revision").isEqualTo(3).jsonPath("$.answers[0].answer.chosen[0]").isEqualTo("2")
                .jsonPath("$.answers[0].points").doesNotExist();
    }

    @Test
    void refusesAnswersThatCannotBeOnes() {
        var attempt = me.starts(campaign);
        me.chooses(attempt, INSTRUMENT.choice(), 1, "9").expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/answer/chosen/0");
        me.saves(attempt, INSTRUMENT.choice(), 1, "{\"text\": \"2\"}").expectStatus().isEqualTo(422);
        me.saves(attempt, INSTRUMENT.choice(), 0, "{}").expectStatus().isEqualTo(422);
        me.chooses(attempt, UUID.randomUUID(), 1, "2").expectStatus().isNotFound();
    }

    @Test
    void takesNothingAfterTheDeadlineButRepeatsWhatItTook() {
        var attempt = me.starts(campaign);
        me.chooses(attempt, INSTRUMENT.choice(), 1, "2").expectStatus().isNoContent();
        Campaigns.execute("UPDATE attempt SET deadline = now() - interval '1 second' WHERE id = '%s'".formatted(attempt));

        me.chooses(attempt, INSTRUMENT.choice(), 2, "1").expectStatus().isEqualTo(409).expectBody().jsonPath("$.deadline").exists();
        me.chooses(attempt, INSTRUMENT.choice(), 1, "2").expectStatus().isNoContent();
        me.api().get("attempts/" + attempt + "/paper").expectStatus().isEqualTo(409);
    }

    @Test
    void countsWhatIsThereWhenTimeIsUpThoughNobodyAsks() {
        var attempt = me.starts(campaign);
        me.chooses(attempt, INSTRUMENT.choice(), 1, "2").expectStatus().isNoContent();
        Campaigns.execute("UPDATE attempt SET deadline = now() - interval '1 second' WHERE id = '%s'".formatted(attempt));

        await().untilAsserted(() -> me.api().get("attempts/" + attempt).expectBody()
                .jsonPath("$.status").isEqualTo("GRADED").jsonPath("$.points").isEqualTo(2));
        me.api().get("results?personId=" + me.person()).expectBody().jsonPath("$.items.length()").isEqualTo(1);
    }

    @Test
    void showsThePaperWithoutAnythingOfAKey() {
        var attempt = me.starts(campaign);
        var paper = me.api().get("attempts/" + attempt + "/paper").expectStatus().isOk().expectBody(String.class).returnResult()
                .getResponseBody();

        assertThat(paper).contains("Сколько?", "\"options\"").doesNotContain("key", "chosen");
    }

    @Test
    void isHiddenFromEverybodyElse() {
        var attempt = me.starts(campaign);
        var other = Taking.somebody();
        for (var path : List.of("attempts/" + attempt, "attempts/" + attempt + "/paper")) {
            other.api().get(path).expectStatus().isNotFound();
            new Api(PERM.as(Role.TEACHER)).get(path).expectStatus().isForbidden();
            new Api(PERM.as(Role.ORGANISATION, other.person(), UUID.randomUUID(), null)).get(path).expectStatus().isNotFound();
        }
        other.chooses(attempt, INSTRUMENT.choice(), 1, "2").expectStatus().isNotFound();
        other.submits(attempt).expectStatus().isNotFound();
        other.api().post("attempts/" + attempt + "/appeal", "{\"text\": \"?\"}").expectStatus().isNotFound();
        other.api().get("attempts?personId=" + me.person() + "&count=true").expectBody().jsonPath("$.total").isEqualTo(0);
        COORDINATOR.get("attempts?campaignId=" + campaign).expectBody().jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].answers").doesNotExist();
    }

    @Test
    void losesNoAnswerToASubmissionAtTheSameTime() {
        for (int round = 0; round < 5; round++) {
            var person = Taking.somebody();
            var running = person.starts(Campaigns.of(INSTRUMENT.id(), person.person()));
            var saving = IntStream.rangeClosed(1, 8).parallel().mapToObj(i -> i == 4 ? person.submits(running) :
                    person.chooses(running, INSTRUMENT.choice(), i, "2")).toList();
            var saved = IntStream.range(0, 8).filter(i -> i != 3)
                    .filter(i -> saving.get(i).returnResult(Void.class).getStatus().value() == 204).map(i -> i + 1).max();

            Map<String, Object> answer = PERM.inTransaction(PERM.bean(DatabaseClient.class)
                    .sql("SELECT max(revision) AS revision, count(*) FILTER (WHERE points IS NULL) AS ungraded FROM answer WHERE attempt_id = :id")
                    .bind("id", running).fetch().one());
            if (saved.isPresent()) {
                assertThat((long) answer.get("revision")).isGreaterThanOrEqualTo(saved.getAsInt());
            }
            assertThat(answer).containsEntry("ungraded", 0L);
        }
    }

    @Test
    void leavesNoTraceInOutboxOrRecordsWhenAnAnswerIsSaved() {
        var attempt = me.starts(campaign);
        var before = changes();
        me.chooses(attempt, INSTRUMENT.choice(), 1, "2").expectStatus().isNoContent();

        assertThat(changes()).isEqualTo(before);
    }

    private Long changes() {
        return PERM.bean(Tx.class).run(PERM.bean(DatabaseClient.class)
                .sql("SELECT count(*) AS n FROM change_audit WHERE request_id IS NOT NULL AND operation LIKE '%answers%'")
                .map(row -> row.get("n", Long.class)).one()).block();
    }

    @Test
    void followsAPersonWhoWasMergedIntoAnother() {
        var attempt = me.starts(campaign);
        me.chooses(attempt, INSTRUMENT.choice(), 1, "2").expectStatus().isNoContent();
        var stays = Taking.somebody();
        Learnt.heard(new PersonChanged(UUID.randomUUID(), me.person(), 1, 2, Instant.EPOCH, List.of(), null, null, null, null, stays.person()));

        stays.chooses(attempt, INSTRUMENT.choice(), 2, "2").expectStatus().isNoContent();
        me.api().get("attempts/" + attempt).expectStatus().isNotFound();
        stays.submits(attempt).expectStatus().isOk();
        stays.api().get("participations?campaignId=" + campaign).expectBody().jsonPath("$.items[0].status").isEqualTo("FINISHED");
        stays.api().get("results?personId=" + stays.person()).expectBody().jsonPath("$.items.length()").isEqualTo(1);
    }

    @Test
    void endsInTimeThoughBothOfTheMergedPeopleWereInvited() {
        var stays = Taking.somebody();
        var both = Campaigns.of(INSTRUMENT.id(), me.person(), stays.person());
        var attempt = me.starts(both);
        Learnt.heard(new PersonChanged(UUID.randomUUID(), me.person(), 1, 2, Instant.EPOCH, List.of(), null, null, null, null, stays.person()));

        stays.submits(attempt).expectStatus().isOk();

        COORDINATOR.get("participations?campaignId=" + both).expectBody().jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].personId").isEqualTo(stays.person().toString()).jsonPath("$.items[0].status").isEqualTo("FINISHED");
    }

    @Test
    void staysFinishedThoughTheOneWhoStaysHadNotCome() {
        var stays = Taking.somebody();
        var both = Campaigns.of(INSTRUMENT.id(), me.person(), stays.person());
        me.submits(me.starts(both)).expectStatus().isOk();
        Learnt.heard(new PersonChanged(UUID.randomUUID(), me.person(), 1, 2, Instant.EPOCH, List.of(), null, null, null, null, stays.person()));

        COORDINATOR.get("participations?campaignId=" + both).expectBody().jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].personId").isEqualTo(stays.person().toString()).jsonPath("$.items[0].status").isEqualTo("FINISHED");
    }

    @Test
    void sealsTheKeysWhileItRuns() {
        Fos.ASSESSOR.get("tasks/" + INSTRUMENT.choice() + "/key").expectStatus().isEqualTo(409);
    }
}
