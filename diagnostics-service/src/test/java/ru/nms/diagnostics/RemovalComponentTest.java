package ru.nms.diagnostics;

import static ru.nms.diagnostics.instrument.Fos.ASSESSOR;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.campaign.Campaigns;
import ru.nms.diagnostics.instrument.Fos;
import ru.nms.diagnostics.person.Learnt;

/// What was entered in error is taken out; what others have built on is not.
class RemovalComponentTest {

    private static final UUID INSTRUMENT = Fos.approved(Fos.framework(), Fos.code());

    private final UUID person = Learnt.person(UUID.randomUUID());

    @Test
    void takesACampaignOutBeforeItIsAnnouncedOnly() {
        var draft = Campaigns.draft(INSTRUMENT, "SELF", "");
        ASSESSOR.delete("campaigns/" + draft).expectStatus().isNoContent();

        var running = Campaigns.of(INSTRUMENT, person);
        refuses("campaigns/" + running, List.of("cancellation", "publication"));
        Campaigns.end(running);
        refuses("campaigns/" + running, List.of("cancellation", "publication"));
        COORDINATOR.done("campaigns/" + running + "/publication", "");
        refuses("campaigns/" + running, List.of());
    }

    @Test
    void takesNoCancelledCampaignOutEither() {
        var draft = Campaigns.draft(INSTRUMENT, "SELF", "");
        COORDINATOR.done("campaigns/" + draft + "/cancellation", "");

        refuses("campaigns/" + draft, List.of());
    }

    @Test
    void takesASurveyRoundOutBeforeItIsOpenOnly() {
        var form = COORDINATOR.made("survey-forms", """
                {"kind": "TRAINING_REQUEST", "respondent": "TEACHER", "title": "Форма %s",
                 "questions": [{"code": "q", "title": "Что?", "answering": "TEXT", "required": true}]}
                """.formatted(UUID.randomUUID()));
        var planned = COORDINATOR.made("survey-rounds", round(form));
        COORDINATOR.delete("survey-rounds/" + planned).expectStatus().isNoContent();

        var open = COORDINATOR.made("survey-rounds", round(form));
        COORDINATOR.done("survey-rounds/" + open + "/opening", "");
        refuses("survey-rounds/" + open, List.of("closure"));
        COORDINATOR.done("survey-rounds/" + open + "/closure", "");
        refuses("survey-rounds/" + open, List.of("analysis"));
    }

    private static String round(UUID form) {
        return """
                {"kind": "TRAINING_REQUEST", "title": "Опрос %s", "year": 2026, "formIds": ["%s"], "since": "2026-01-01", "until": "2027-01-01"}
                """.formatted(UUID.randomUUID(), form);
    }

    @Test
    void takesARubricOutBeforeItIsInForceOnly() {
        ASSESSOR.delete("rubrics/" + rubric()).expectStatus().isNoContent();

        var used = rubric();
        COORDINATOR.done("rubrics/" + used + "/adoption", "");
        refuses("rubrics/" + used, List.of("withdrawal"));
        COORDINATOR.done("rubrics/" + used + "/withdrawal", "");
        refuses("rubrics/" + used, List.of());
    }

    private static UUID rubric() {
        return ASSESSOR.made("rubrics", """
                {"code": "%s", "title": "Урок", "kinds": ["SELF"], "criteria": [{"code": "GOAL", "title": "Цель", "weight": 1, "levels": 3}]}
                """.formatted(Fos.code()));
    }

    private static void refuses(String path, List<String> possible) {
        COORDINATOR.delete(path).expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.type").value(type -> org.assertj.core.api.Assertions.assertThat((String) type).endsWith("wrong-status"))
                .jsonPath("$.possible").isEqualTo(possible);
        COORDINATOR.get(path).expectStatus().isOk();
    }
}
