package ru.nms.diagnostics.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.instrument.Fos.ASSESSOR;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonChanged.Post;
import ru.nms.diagnostics.Api;
import ru.nms.diagnostics.instrument.Fos;
import ru.nms.diagnostics.offer.Offered;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.diagnostics.rubric.Rubric.Status;
import ru.nms.platform.access.Role;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.testkit.Clause;

class RubricComponentTest {

    private static final UUID RUBRIC = inForce("\"SELF\", \"PEER\", \"EMPLOYER\"");

    private final UUID school = UUID.randomUUID();
    private final UUID teacher = workingAt(school);
    private final UUID colleague = workingAt(school);
    private final UUID stranger = workingAt(UUID.randomUUID());
    private final Api employer = new Api(PERM.as(Role.ORGANISATION, null, school, null));

    private static UUID inForce(String kinds) {
        var id = ASSESSOR.made("rubrics", """
                {"code": "%s", "title": "Урок %s", "kinds": [%s], "criteria": [
                 {"code": "GOAL", "title": "Цель урока", "weight": 1, "levels": 3}, {"code": "FEEDBACK", "title": "Обратная связь", "weight": 2, "levels": 3}]}
                """.formatted(Fos.code(), UUID.randomUUID(), kinds));
        COORDINATOR.done("rubrics/" + id + "/adoption", "");
        return id;
    }

    private static UUID workingAt(UUID where) {
        var id = UUID.randomUUID();
        Learnt.heard(new PersonChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, List.of(new Post(where, null, "TEACHER", true, List.of(),
                LocalDate.of(2020, 9, 1), null)), null, null, null));
        return id;
    }

    private static Api as(UUID person) {
        return new Api(PERM.as(Role.TEACHER, person));
    }

    private static String body(UUID rubric, String kind, UUID person, String more) {
        return """
                {"rubricId": "%s", "kind": "%s", "personId": "%s", "assessedOn": "2026-03-01", "marks": {"GOAL": 3, "FEEDBACK": 0} %s}
                """.formatted(rubric, kind, person, more);
    }

    private static String by(UUID assessor) {
        return ", \"assessorId\": \"" + assessor + "\"";
    }

    @Test
    @Clause("DIA-023")
    void letsPeopleAssessThemselvesAndTheirColleaguesApartFromWhatIsMeasured() {
        as(teacher).made("rubric-assessments", body(RUBRIC, "SELF", teacher, by(teacher)));
        as(colleague).made("rubric-assessments", body(RUBRIC, "PEER", teacher, by(colleague)));

        as(teacher).get("rubric-assessments?personId=" + teacher + "&kind=SELF").expectBody().jsonPath("$.items.length()").isEqualTo(1);
        as(teacher).get("rubric-assessments?personId=" + teacher + "&kind=PEER").expectBody().jsonPath("$.items.length()").isEqualTo(1);
        for (var measured : List.of("results", "deficits", "strengths")) {
            COORDINATOR.get(measured + "?personId=" + teacher).expectBody().jsonPath("$.items").isEmpty();
        }
    }

    @Test
    @Clause("DIA-022")
    void letsTheEmployerAssessAfterTraining() {
        var completion = Offered.completed(teacher, UUID.randomUUID(), LocalDate.of(2026, 3, 1));
        employer.made("rubric-assessments", body(RUBRIC, "EMPLOYER", teacher, after(completion)));

        employer.get("rubric-assessments?completionId=" + completion).expectBody().jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].marks.GOAL").isEqualTo(3);
        as(teacher).get("rubric-assessments?completionId=" + completion).expectBody().jsonPath("$.items.length()").isEqualTo(1);
        employer.post("rubric-assessments", body(RUBRIC, "EMPLOYER", stranger, after(completion)))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("not-together");
    }

    private String after(UUID completion) {
        return ", \"employerId\": \"%s\", \"completionId\": \"%s\"".formatted(school, completion);
    }

    /// The training of somebody else, one that nobody knows, one that ended the day after: none of them.
    @Test
    @Clause("DIA-022")
    void letsNoEmployerAssessWithoutATrainingThatHadEnded() {
        var late = Offered.completed(teacher, UUID.randomUUID(), LocalDate.of(2026, 3, 2));
        var another = Offered.completed(colleague, UUID.randomUUID(), LocalDate.of(2026, 3, 1));
        for (var none : List.of(late, another, UUID.randomUUID())) {
            employer.post("rubric-assessments", body(RUBRIC, "EMPLOYER", teacher, after(none))).expectStatus().isEqualTo(422)
                    .expectBody().jsonPath("$.errors[0].code").isEqualTo("not-completed").jsonPath("$.errors[0].pointer").isEqualTo("/completionId");
        }
        employer.post("rubric-assessments", body(RUBRIC, "EMPLOYER", teacher, ", \"employerId\": \"" + school + "\"")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("required");
    }

    @Test
    void speaksForNobodyElse() {
        as(colleague).post("rubric-assessments", body(RUBRIC, "SELF", teacher, by(teacher))).expectStatus().isForbidden();
        as(colleague).post("rubric-assessments", body(RUBRIC, "SELF", teacher, by(colleague))).expectStatus().isForbidden();
        as(teacher).post("rubric-assessments", body(RUBRIC, "PEER", teacher, by(teacher))).expectStatus().isForbidden();
        as(teacher).post("rubric-assessments", body(RUBRIC, "EMPLOYER", teacher, ", \"employerId\": \"" + school + "\"")).expectStatus().isForbidden();
        new Api(PERM.as(Role.ORGANISATION, null, UUID.randomUUID(), null)).post("rubric-assessments",
                body(RUBRIC, "EMPLOYER", teacher, ", \"employerId\": \"" + school + "\"")).expectStatus().isForbidden();
        as(stranger).post("rubric-assessments", body(RUBRIC, "PEER", teacher, by(stranger))).expectStatus().isEqualTo(422);
    }

    @Test
    void hidesOpinionsFromThoseWhomTheyDoNotConcern() {
        var id = as(colleague).made("rubric-assessments", body(RUBRIC, "PEER", teacher, by(colleague)));

        as(stranger).get("rubric-assessments/" + id).expectStatus().isNotFound();
        employer.get("rubric-assessments/" + id).expectStatus().isNotFound();
        new Api(PERM.as(Role.TEACHER)).get("rubric-assessments?personId=" + teacher).expectBody().jsonPath("$.items").isEmpty();
        as(colleague).get("rubric-assessments/" + id).expectStatus().isOk();
    }

    @Test
    void wantsAMarkForEachCriterionOfARubricInForce() {
        var wrong = body(RUBRIC, "SELF", teacher, by(teacher)).replace("\"FEEDBACK\": 0", "\"FEEDBACK\": 4");
        as(teacher).post("rubric-assessments", wrong).expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/marks/FEEDBACK");
        var peersOnly = inForce("\"PEER\"");
        as(teacher).post("rubric-assessments", body(peersOnly, "SELF", teacher, by(teacher))).expectStatus().isEqualTo(422);
        COORDINATOR.done("rubrics/" + peersOnly + "/withdrawal", "");
        as(colleague).post("rubric-assessments", body(peersOnly, "PEER", teacher, by(colleague))).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("not-in-force");
    }

    @Test
    void followsAPersonWhoWasMergedIntoAnother() {
        as(teacher).made("rubric-assessments", body(RUBRIC, "SELF", teacher, by(teacher)));
        as(colleague).made("rubric-assessments", body(RUBRIC, "SELF", colleague, by(colleague)));
        Learnt.heard(new PersonChanged(UUID.randomUUID(), teacher, 1, 2, Instant.EPOCH, List.of(), null, null, null, null, colleague));

        as(colleague).get("rubric-assessments?personId=" + colleague).expectBody().jsonPath("$.items.length()").isEqualTo(1);
        COORDINATOR.get("rubric-assessments?personId=" + teacher).expectBody().jsonPath("$.items").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DRAFT,adoption,IN_FORCE", "DRAFT,withdrawal,-", "IN_FORCE,adoption,-", "IN_FORCE,withdrawal,WITHDRAWN",
        "WITHDRAWN,adoption,-", "WITHDRAWN,withdrawal,-"})
    void knowsEveryPairOfStatusAndAction(Status from, String action, String to) {
        if (to.equals("-")) {
            assertThatThrownBy(() -> Rubric.MOVES.after(from, action)).isInstanceOf(Refusal.class);
        } else {
            assertThat(Rubric.MOVES.after(from, action)).isEqualTo(Status.valueOf(to));
        }
    }
}
