package ru.nms.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.ServiceAlone;

@Timeout(180)
class AloneTest {

    private final UUID person = UUID.randomUUID();

    @Test
    void recordsResultsWithoutAnyOtherServiceAndMarksWhatItHasNotLearnt() {
        try (var alone = ServiceAlone.start(DiagnosticsApplication.class, "diagnostics", "nms.region=tyumen")) {
            var assessor = alone.as(Role.ASSESSOR);
            var made = assessor.post().uri("/api/diagnostics/v1/results").bodyValue(Map.of("personId", person,
                    "procedure", "ENTRY_2026", "provider", "CNPPM", "takenOn", LocalDate.now(ZoneOffset.UTC).minusDays(1),
                    "scores", List.of(Map.of("competence", area(assessor), "points", 30, "maximum", 100)))).exchange()
                    .expectStatus().isCreated().expectHeader().valueEquals("X-Data-As-Of", "never")
                    .expectBody().returnResult().getResponseHeaders().getLocation();

            assessor.get().uri(String.valueOf(made)).exchange().expectStatus().isOk()
                    .expectHeader().valueEquals("X-Data-As-Of", "never")
                    .expectBody().jsonPath("$.personKnown").isEqualTo(false);
            assertThat(alone.readyAfter()).isLessThan(ServiceAlone.PROMISED);

            var before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            alone.hears(PersonChanged.TOPIC, new PersonChanged(UUID.randomUUID(), person, 1, 1, before, List.of(), null, null, null));
            await().untilAsserted(() -> assessor.get().uri(String.valueOf(made)).exchange()
                    .expectBody().jsonPath("$.personKnown").isEqualTo(true));
            assertThat(asOf(assessor, made.toString())).as("one of two topics is still silent").isEqualTo("never");

            alone.hears(AssignmentChanged.TOPIC, new AssignmentChanged(UUID.randomUUID(), UUID.randomUUID(), 1, 1, before,
                    UUID.randomUUID(), UUID.randomUUID(), person, LocalDate.EPOCH, null));
            await().untilAsserted(() -> assertThat(asOf(assessor, made.toString())).isNotEqualTo("never"));
            assertThat(Instant.parse(asOf(assessor, made.toString()))).isBetween(before, Instant.now());
        }
    }

    private static String area(WebTestClient client) {
        var areas = client.get().uri("/api/diagnostics/v1/competence-areas").exchange()
                .expectHeader().doesNotExist("X-Data-As-Of")
                .expectBody(tools.jackson.databind.JsonNode.class).returnResult().getResponseBody();
        return areas.path("items").path(0).path("code").asString();
    }

    private static String asOf(WebTestClient client, String path) {
        return client.get().uri(path).exchange().expectBody().returnResult().getResponseHeaders().getFirst("X-Data-As-Of");
    }
}
