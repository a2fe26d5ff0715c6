package ru.nms.diagnostics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.survey.Surveys.act;
import static ru.nms.diagnostics.survey.Surveys.created;
import static ru.nms.diagnostics.survey.Surveys.form;
import static ru.nms.diagnostics.survey.Surveys.post;
import static ru.nms.diagnostics.survey.Surveys.round;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.diagnostics.DiagnosticsApplication;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.diagnostics.survey.SurveyForm.Respondent;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.ServiceUnderTest;

/// What municipal services, teachers and teams want to be trained in.
class TrainingNeedComponentTest {

    private final UUID service = Learnt.service(UUID.randomUUID());
    private final UUID school = Learnt.organisation(UUID.randomUUID(), List.of());
    private final UUID head = Learnt.managing(UUID.randomUUID());
    private final String mms = created("survey-forms", form("TRAINING_REQUEST", "MMS"));
    private final String team = created("survey-forms", form("TRAINING_REQUEST", "TEAM"));
    private final String teachers = created("survey-forms", form("TRAINING_REQUEST", "TEACHER"));
    private final String round = created("survey-rounds", round("TRAINING_REQUEST", 2026, "", mms, team, teachers));

    @Test
    @Clause("DIA-029")
    void studiesRequestsForTrainingByMunicipalServicesTeachersAndTeams() {
        opened();
        answered(mms, "YES", 5, () -> Learnt.holding(UUID.randomUUID(), service, "METHODIST"));
        answered(team, "YES", 6, () -> Learnt.managing(UUID.randomUUID()));
        answered(teachers, "NO", 7, UUID::randomUUID);

        act("survey-rounds/" + round + "/closure", 2, "").expectStatus().isOk().expectBody().jsonPath("$.answers").isEqualTo(18);

        get(PERM.as(Role.PROVIDER), "survey-figures?roundId=" + round + "&by=RESPONDENT").expectBody()
                .jsonPath("$.items[*].value").value(who -> assertThat(who).asList().containsExactlyInAnyOrder("MMS", "TEAM", "TEACHER"))
                .jsonPath("$.items[?(@.value == 'TEAM')].figures[0].count").isEqualTo(6);
    }

    @Test
    @Clause("DIA-029")
    void nobodySpeaksForAServiceToWhichTheyDoNotBelong() {
        opened();
        refused(PERM.as(Role.TEACHER, UUID.randomUUID()), mms);
        refused(PERM.as(Role.TEACHER, Learnt.holding(UUID.randomUUID(), school, "METHODIST")), mms);
        refused(PERM.as(Role.TEACHER, head), mms);
        refused(PERM.as(Role.METHODIST, UUID.randomUUID(), school, null), mms);

        taken(PERM.as(Role.TEACHER, Learnt.holding(UUID.randomUUID(), service, "METHODIST")), mms);
        taken(PERM.as(Role.METHODIST, UUID.randomUUID(), service, null), mms);
        taken(PERM.as(Role.MUNICIPALITY, UUID.randomUUID(), null, UUID.randomUUID()), mms);
        taken(PERM.as(Role.TEACHER, Learnt.holding(UUID.randomUUID(), school, "METHODIST", UUID.randomUUID())), mms);   // whose service is another
    }

    @Test
    @Clause("DIA-029")
    void nobodySpeaksForATeamWhoDoesNotManage() {
        opened();
        refused(PERM.as(Role.TEACHER, UUID.randomUUID()), team);
        refused(PERM.as(Role.TEACHER, Learnt.working(UUID.randomUUID(), school)), team);
        refused(PERM.as(Role.METHODIST, UUID.randomUUID(), service, null), team);

        taken(PERM.as(Role.TEACHER, head), team);
        taken(PERM.as(Role.ORGANISATION, UUID.randomUUID(), school, null), team);
        taken(PERM.as(Role.TEACHER, UUID.randomUUID()), teachers);
    }

    /// Where nobody has told of services and posts, nobody would be left who may answer.
    @Test
    void everybodyIsBelievedWhereNoServiceAndNoManagementIsKnown() {
        var nobodyKnown = ServiceUnderTest.start(DiagnosticsApplication.class, "diagnostics", "nms.region=perm",
                ServiceUnderTest.NO_KAFKA, "test.whose=training-need").bean(SpeakerStore.class);
        var teacher = new Caller("t", Set.of(Role.TEACHER), UUID.randomUUID(), null, null, Set.of());

        for (var respondent : Respondent.values()) {
            assertThat(nobodyKnown.admits(teacher, UUID.randomUUID(), respondent).block()).isTrue();
        }
    }

    private void opened() {
        act("survey-rounds/" + round + "/opening", 1, "").expectStatus().isOk();
    }

    private void refused(WebTestClient http, String form) {
        post(http, "survey-rounds/" + round + "/answers", answer(form, "YES")).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo("/formId").jsonPath("$.errors[0].code").isEqualTo("not-of-service-or-team");
    }

    private void taken(WebTestClient http, String form) {
        post(http, "survey-rounds/" + round + "/answers", answer(form, "YES")).expectStatus().isCreated();
    }

    private void answered(String form, String used, int people, Supplier<UUID> who) {
        for (int n = 0; n < people; n++) {
            post(PERM.as(Role.TEACHER, who.get()), "survey-rounds/" + round + "/answers", answer(form, used)).expectStatus().isCreated();
        }
    }

    private static String answer(String form, String used) {
        return "{\"formId\": \"%s\", \"answers\": {\"used\": [\"%s\"]}}".formatted(form, used);
    }
}
