package ru.nms.diagnostics.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

class ResultImportComponentTest {

    private static final String HEADER = "ID человека;Процедура;Организатор;Дата;Область компетенций;Баллы;Максимум\n";

    private final WebTestClient assessor = PERM.as(Role.ASSESSOR);
    private final UUID one = Learnt.person(UUID.randomUUID());
    private final UUID other = Learnt.person(UUID.randomUUID());

    @Test
    @Clause("DIA-006")
    void formsResultsOfSeveralRowsAndOpensDeficits() {
        var job = imported(row(one, "METHODICAL", "39,9") + row(other, "SUBJECT", "60") + row(one, "SUBJECT", "80"));

        assertThat(job).containsEntry("status", "DONE").containsEntry("created", 3).containsEntry("refused", 0);
        get(assessor, "results?personId=" + one).expectBody()
                .jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].version").isEqualTo(1)
                .jsonPath("$.items[0].procedure").isEqualTo("ELECTRONIC_TEST")
                .jsonPath("$.items[0].scores.length()").isEqualTo(2);
        get(PERM.as(Role.COORDINATOR), "deficits?personId=" + one).expectBody()
                .jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].level").isEqualTo("HIGH");
        get(PERM.as(Role.COORDINATOR), "deficits?personId=" + other).expectBody()
                .jsonPath("$.items[0].level").isEqualTo("LOW");
    }

    @Test
    void changesNothingTheSecondTimeAndOnlyWhatDiffersTheThird() {
        imported(row(one, "METHODICAL", "30") + row(one, "SUBJECT", "80"));

        assertThat(imported(row(one, "METHODICAL", "30,0") + row(one, "SUBJECT", "80"))).containsEntry("unchanged", 2);
        assertThat(imported(row(one, "METHODICAL", "90") + row(one, "IT", "10") + row(one, "SUBJECT", "80")))
                .containsEntry("changed", 1).containsEntry("created", 1).containsEntry("unchanged", 1);
        get(assessor, "results?personId=" + one).expectBody()
                .jsonPath("$.items[0].version").isEqualTo(2)
                .jsonPath("$.items[0].scores.length()").isEqualTo(3);
        get(PERM.as(Role.COORDINATOR), "deficits?status=OPEN&personId=" + one).expectBody()
                .jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].competence").isEqualTo("IT");
    }

    @Test
    void refusesRowsByTheRulesOfASingleResult() {
        var job = imported(row(one, "COOKING", "30") + row(one, "SUBJECT", "101") + row(UUID.randomUUID(), "SUBJECT", "1")
                + row(one, "IT", "30") + row(one, "IT", "31") + "nobody;P1;CNPPM;01.02.2026;IT;1;2\n");

        assertThat(job).containsEntry("created", 1).containsEntry("refused", 5);
        get(assessor, "imports/" + job.get("id") + "/problems").expectStatus().isOk().expectBody()
                .jsonPath("$.items[*].code").value(codes -> assertThat(codes).asList().containsExactly("outside-profile",
                        "above-maximum", "unknown-person", "repeated-competence", "wrong-type"))
                .jsonPath("$.items[1].text").isEqualTo("Баллов больше, чем возможно: 100.");
    }

    private static String row(UUID person, String competence, String points) {
        return "%s;ELECTRONIC_TEST;CNPPM;12.10.2026;%s;%s;100\n".formatted(person, competence, points);
    }

    private Map<String, Object> imported(String rows) {
        var form = new MultipartBodyBuilder();
        form.part("kind", "results");
        form.part("mode", "apply");
        form.part("file", new ByteArrayResource((HEADER + rows).getBytes(UTF_8))).filename("results.csv");
        var location = String.valueOf(assessor.post().uri("/api/diagnostics/v1/imports").bodyValue(form.build()).exchange()
                .expectStatus().isAccepted().returnResult(Void.class).getResponseHeaders().getLocation());
        return await().atMost(Duration.ofSeconds(60)).until(() -> job(location), job -> !"RUNNING".equals(job.get("status")));
    }

    private Map<String, Object> job(String location) {
        return requireNonNull(assessor.get().uri(location).exchange().expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {}).returnResult().getResponseBody());
    }
}
