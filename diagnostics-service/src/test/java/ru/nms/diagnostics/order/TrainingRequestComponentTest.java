package ru.nms.diagnostics.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.Diagnostics.recorded;
import static ru.nms.diagnostics.Diagnostics.result;
import static ru.nms.diagnostics.Kept.created;
import static ru.nms.diagnostics.Kept.post;
import static ru.nms.diagnostics.Kept.put;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.contracts.TrainingRequestChanged;
import ru.nms.diagnostics.Golden;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;
import ru.nms.platform.probe.Wire;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.TestServers;
import tools.jackson.databind.JsonNode;

class TrainingRequestComponentTest {

    private final UUID school = Learnt.organisation(UUID.randomUUID(), List.of());
    private final UUID person = Learnt.working(UUID.randomUUID(), school);

    @Test
    @Clause("DIA-034")
    void isFormedFromStudentsResultsAndAssessmentAndTold() {
        recorded(PERM, result(person, "2026-02-01", "SUBJECT", 399));
        recorded(PERM, result(person, "2026-02-01", "COMMUNICATIVE", 900).replace("CNPPM_DIAGNOSTICS", "OTHER"));
        exam("SUBJECT", 500, person);
        exam("METHODICAL", 799, null);
        exam("IT", 800, null);

        var id = formed();

        get(PERM.as(Role.TEACHER, person), "training-requests/" + id).expectBody()
                .jsonPath("$.needs[*].competence").value(all -> assertThat(all).asList().containsExactly("SUBJECT", "METHODICAL"))
                .jsonPath("$.needs[0].sources").value(all -> assertThat(all).asList().containsExactly("ASSESSMENT", "STUDENT_RESULTS"))
                .jsonPath("$.needs[0].level").isEqualTo("MEDIUM")
                .jsonPath("$.needs[1].sources").value(all -> assertThat(all).asList().containsExactly("STUDENT_RESULTS"));
        assertThat(Golden.shape(told(id, 1))).isEqualTo(Golden.shape(Golden.event(TrainingRequestChanged.TOPIC)));
        assertThat(told(id, 1).toString()).doesNotContain("points");
    }

    @Test
    void needsSomethingToOrder() {
        post(PERM.as(Role.TEACHER, person), "training-requests", body()).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("nothing-to-order");
    }

    @Test
    void isFormedAnewAndWithdrawn() {
        recorded(PERM, result(person, "2026-02-01", "SUBJECT", 399));
        var id = formed();
        put(PERM.as(Role.TEACHER, person), "training-requests/" + id, 1, body()).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"");
        recorded(PERM, result(person, "2026-02-02", "IT", 799));
        recorded(PERM, result(person, "2026-02-03", "METHODICAL", 599));
        put(PERM.as(Role.TEACHER, person), "training-requests/" + id, 1, body()).expectStatus().isOk().expectBody()
                .jsonPath("$.needs[*].level").value(levels -> assertThat(levels).asList().containsExactly("HIGH", "MEDIUM", "LOW")).jsonPath("$.version").isEqualTo(2);

        post(PERM.as(Role.TEACHER, person), "training-requests", body()).expectStatus().isEqualTo(409);
        PERM.as(Role.TEACHER, person).post().uri("/api/diagnostics/v1/training-requests/" + id + "/withdrawal").header("If-Match", "\"2\"")
                .exchange().expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("WITHDRAWN");
        assertThat(formed()).isNotEqualTo(id);
    }

    @Test
    void isSomebodysOwn() {
        recorded(PERM, result(person, "2026-02-01", "SUBJECT", 399));
        post(PERM.as(Role.TEACHER, UUID.randomUUID()), "training-requests", body()).expectStatus().isForbidden();
        var id = created("training-requests", body());

        get(PERM.as(Role.ORGANISATION, null, school, null), "training-requests/" + id).expectStatus().isOk();
        get(PERM.as(Role.ORGANISATION, null, UUID.randomUUID(), null), "training-requests/" + id).expectStatus().isNotFound();
        get(PERM.as(Role.TEACHER, UUID.randomUUID()), "training-requests?personId=" + person).expectBody().jsonPath("$.items").isEmpty();
    }

    private String formed() {
        return String.valueOf(post(PERM.as(Role.TEACHER, person), "training-requests", body()).expectStatus().isCreated()
                .returnResult(Void.class).getResponseHeaders().getLocation()).replaceFirst(".*/", "");
    }

    private String body() {
        return "{\"personId\": \"%s\"}".formatted(person);
    }

    private void exam(String area, int points, UUID teacher) {
        created("student-results", """
                {"kind": "EXAM", "title": "Экзамен", "subject": "Физика", "area": "%s", "organisationId": "%s", %s
                 "takenOn": "2026-06-01", "students": 20, "points": %d, "maximum": 1000}
                """.formatted(area, school, teacher == null ? "" : "\"teacherId\": \"" + teacher + "\",", points));
    }

    private static JsonNode told(String id, int version) {
        return Golden.read(await().until(() -> new Wire(TestServers.kafka()).all(TrainingRequestChanged.TOPIC.name(),
                record -> record.key().equals(id)), records -> records.size() >= version).get(version - 1).value());
    }
}
