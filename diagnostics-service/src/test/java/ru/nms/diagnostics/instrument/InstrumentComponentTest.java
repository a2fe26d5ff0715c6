package ru.nms.diagnostics.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.instrument.Fos.ASSESSOR;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;
import static ru.nms.diagnostics.instrument.Fos.on;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.diagnostics.Api;
import ru.nms.diagnostics.campaign.Campaigns;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

class InstrumentComponentTest {

    private static final UUID FRAMEWORK = Fos.framework();

    private final String code = Fos.code();

    @ParameterizedTest
    @CsvSource({"DRAFT, approval, 200", "DRAFT, withdrawal, 409", "APPROVED, approval, 409", "APPROVED, withdrawal, 200",
            "WITHDRAWN, approval, 409", "WITHDRAWN, withdrawal, 409"})
    @Clause("DIA-004")
    void goesFromDraftToApprovedToWithdrawnAndNoOtherWay(String status, String action, int answer) {
        var id = Fos.instrument(FRAMEWORK, code, 1);
        Fos.key(Fos.task(id, 1, "null"), "2");
        if (!"DRAFT".equals(status)) {
            Fos.approve(id);
        }
        if ("WITHDRAWN".equals(status)) {
            COORDINATOR.done("instruments/" + id + "/withdrawal", on("2026-03-01"));
        }
        assertThat(ASSESSOR.read("instruments/" + id)).containsEntry("status", status);

        COORDINATOR.post("instruments/" + id + "/" + action, on("2026-03-02")).expectStatus().isEqualTo(answer);
    }

    @Test
    @Clause("DIA-001")
    void keepsThePassportOfAProcedure() {
        var id = ASSESSOR.made("instruments", Fos.instrumentBody(FRAMEWORK, code, 2).replace("\"year\"",
                "\"subject\": \"Математика\", \"audience\": \"Учителя 5–9 классов\", \"timeLimitMinutes\": 90, \"year\""));

        assertThat(ASSESSOR.read("instruments/" + id)).containsEntry("procedure", "CNPPM_DIAGNOSTICS").containsEntry("provider", "CNPPM")
                .containsEntry("subject", "Математика").containsEntry("audience", "Учителя 5–9 классов")
                .containsEntry("frameworkId", FRAMEWORK.toString()).containsEntry("edition", 1).containsEntry("year", 2026)
                .containsEntry("timeLimitMinutes", 90).containsEntry("status", "DRAFT");
    }

    /// Areas are those that its tasks measure; a competence without one has that of the competence above it.
    @Test
    @Clause("DIA-001")
    void tellsAreasAndDatesInThePassport() {
        var framework = Fos.draftFramework();
        var method = Fos.competence(framework, "METHOD", "METHODICAL");
        Fos.competence(framework, "LESSON", "SUBJECT");
        Fos.competence(framework, "UNUSED", "IT");
        ASSESSOR.made("competences", """
                {"frameworkId": "%s", "parentId": "%s", "code": "BELOW", "title": "Часть"}""".formatted(framework, method));
        COORDINATOR.done("frameworks/" + framework + "/adoption", on("2026-01-10"));
        var id = Fos.instrument(framework, code, 1);
        assertThat(ASSESSOR.read("instruments/" + id)).containsEntry("areas", List.of()).containsEntry("approvedOn", null);

        Fos.key(ASSESSOR.made("tasks", Fos.taskBody(id, 1, "null").replace("METHOD", "BELOW")), "1");
        Fos.key(ASSESSOR.made("tasks", Fos.taskBody(id, 2, "null").replace("METHOD", "LESSON")), "1");
        Fos.approve(id);
        assertThat(ASSESSOR.read("instruments/" + id)).containsEntry("areas", List.of("METHODICAL", "SUBJECT")).containsEntry("year", 2026)
                .containsEntry("approvedOn", "2026-02-01").containsEntry("withdrawnOn", null);
        var campaign = Campaigns.announced(id, "SELF", "");
        assertThat(COORDINATOR.read("campaigns/" + campaign)).containsEntry("procedure", "CNPPM_DIAGNOSTICS").containsEntry("provider", "CNPPM")
                .containsKeys("startsAt", "endsAt");

        COORDINATOR.done("instruments/" + id + "/withdrawal", on("2026-03-01"));
        assertThat(ASSESSOR.read("instruments/" + id)).containsEntry("withdrawnOn", "2026-03-01");
    }

    @Test
    @Clause("DIA-002")
    void refusesAProviderThatTheRegionDoesNotName() {
        ASSESSOR.post("instruments", Fos.instrumentBody(FRAMEWORK, code, 1).replace("\"CNPPM\"", "\"NOBODY\""))
                .expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo("/provider").jsonPath("$.errors[0].clause").value(clause -> assertThat(clause).asString().contains("№"));
    }

    @Test
    void isApprovedOnlyWhenComplete() {
        var id = Fos.instrument(FRAMEWORK, code, 2);
        approvalLacks(id, "required");

        var one = Fos.task(id, 1, "1");
        approvalLacks(id, "no-valid-key", "block-without-tasks", "unequal-variants");
        Fos.key(one, "1");
        var two = ASSESSOR.made("tasks", Fos.taskBody(id, 1, "2").replace("\"points\": 2", "\"points\": 3"));
        Fos.key(two, "1");
        approvalLacks(id, "unequal-variants");

        ASSESSOR.put("tasks/" + two, "*", Fos.taskBody(id, 1, "2").replace("\"code\": \"1\"", "\"code\": \"9\"")).expectStatus().isOk();
        approvalLacks(id, "no-valid-key");
        ASSESSOR.put("tasks/" + two, "*", Fos.taskBody(id, 1, "2")).expectStatus().isOk();
        Fos.approve(id);
    }

    @Test
    void isApprovedOnlyByAFrameworkInForce() {
        var framework = Fos.framework();
        var id = Fos.instrument(framework, code, 1);
        Fos.key(Fos.task(id, 1, "null"), "1");
        COORDINATOR.done("frameworks/" + framework + "/deprecation", on("2026-01-20"));

        approvalLacks(id, "not-in-force");
    }

    private static void approvalLacks(UUID id, String... codes) {
        COORDINATOR.post("instruments/" + id + "/approval", on("2026-02-01")).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[*].code").value(found -> assertThat(found).asList().containsExactlyInAnyOrder((Object[]) codes));
    }

    @Test
    void changesNothingOnceApproved() {
        var id = Fos.approved(FRAMEWORK, code);
        var task = firstTask(id);

        ASSESSOR.put("instruments/" + id, "*", Fos.instrumentBody(FRAMEWORK, code, 1)).expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.possible[0]").isEqualTo("withdrawal");
        ASSESSOR.delete("instruments/" + id).expectStatus().isEqualTo(409);
        ASSESSOR.post("tasks", Fos.taskBody(id, 2, "null")).expectStatus().isEqualTo(409);
        ASSESSOR.put("tasks/" + task, "*", Fos.taskBody(id, 1, "null").replace("\"points\": 2", "\"points\": 1")).expectStatus().isEqualTo(409);
        ASSESSOR.put("tasks/" + task + "/key", "*", "{\"chosen\": [\"1\"]}").expectStatus().isEqualTo(409);
        ASSESSOR.delete("tasks/" + task).expectStatus().isEqualTo(409);
        ASSESSOR.get("tasks/" + task + "/key").expectStatus().isOk().expectBody().jsonPath("$.chosen[0]").isEqualTo("2");
    }

    @Test
    @Clause("DIA-004")
    void makesTheNextEditionWithCopiesOfAllTasksAndKeys() {
        var id = Fos.approved(FRAMEWORK, code);

        var next = ASSESSOR.made("instruments/" + id + "/editions", "{\"year\": 2027}");

        assertThat(ASSESSOR.read("instruments/" + next)).containsEntry("edition", 2).containsEntry("previousId", id.toString())
                .containsEntry("status", "DRAFT").containsEntry("year", 2027).containsEntry("tasks", 1);
        var task = firstTask(next);
        assertThat(task).isNotEqualTo(firstTask(id));
        ASSESSOR.get("tasks/" + task + "/key").expectBody().jsonPath("$.chosen[0]").isEqualTo("2");
        ASSESSOR.put("instruments/" + next, "*", Fos.instrumentBody(FRAMEWORK, Fos.code(), 1)).expectStatus().isEqualTo(422);
        Fos.approve(next);
        assertThat(ASSESSOR.read("instruments/" + id)).containsEntry("status", "APPROVED").containsEntry("edition", 1);
    }

    @Test
    void makesNoEditionOfADraft() {
        ASSESSOR.post("instruments/" + Fos.instrument(FRAMEWORK, code, 1) + "/editions", "{\"year\": 2027}").expectStatus().isEqualTo(409);
    }

    /// Approved a year ago to the day: due; a day later: not yet.
    @ParameterizedTest
    @CsvSource({"366, true", "365, true", "364, false"})
    @Clause("DIA-004")
    void tellsWhichInstrumentsAreDueForTheirYearlyRenewal(int daysAgo, boolean due) {
        var id = Fos.approved(FRAMEWORK, code);
        PERM.inTransaction(PERM.bean(DatabaseClient.class)
                .sql("UPDATE instrument SET approved_on = (now() AT TIME ZONE 'Asia/Yekaterinburg')::date - :days WHERE id = :id")
                .bind("days", daysAgo).bind("id", id).fetch().rowsUpdated());

        assertThat(ASSESSOR.read("instruments/" + id)).containsEntry("renewalDue", due);
        ASSESSOR.get("instruments?code=" + code + "&renewalDue=" + due).expectBody().jsonPath("$.items.length()").isEqualTo(1);

        Fos.approve(ASSESSOR.made("instruments/" + id + "/editions", "{\"year\": 2027}"));
        assertThat(ASSESSOR.read("instruments/" + id)).containsEntry("renewalDue", false);
    }

    @Test
    void showsDraftsToThoseWhoMakeThemAlone() {
        var draft = Fos.instrument(FRAMEWORK, code, 1);
        var approved = Fos.approved(FRAMEWORK, Fos.code());
        var teacher = new Api(PERM.as(Role.TEACHER));

        teacher.get("instruments/" + draft).expectStatus().isNotFound();
        teacher.get("instruments/" + approved).expectStatus().isOk();
        teacher.get("tasks?instrumentId=" + approved).expectStatus().isForbidden();
        new Api(PERM.as(Role.MINISTRY)).get("tasks?instrumentId=" + approved).expectStatus().isForbidden();
    }

    static UUID firstTask(UUID instrument) {
        var items = (java.util.List<?>) ASSESSOR.read("tasks?instrumentId=" + instrument).get("items");
        return UUID.fromString(String.valueOf(((java.util.Map<?, ?>) items.getFirst()).get("id")));
    }
}
