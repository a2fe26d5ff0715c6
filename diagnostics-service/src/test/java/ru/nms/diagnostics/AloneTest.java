package ru.nms.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.ServiceAlone;
import ru.nms.platform.testkit.Tokens;
import tools.jackson.databind.JsonNode;

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

    /// Nothing but files: people, where they work, what they achieved under the numbers of the file.
    @Test
    void showsASchoolItsOwnPeopleWhomFilesNamed() {
        try (var alone = ServiceAlone.start(DiagnosticsApplication.class, "diagnostics_files", "nms.region=tyumen")) {
            var coordinator = alone.as(Role.COORDINATOR);
            imported(coordinator, "municipalities", "Номер;Название\n71;Тюмень\n");
            imported(coordinator, "organisations", "Номер;Название;Вид;Уровень;Муниципалитет\n1;Школа 1;SCHOOL;INSTITUTIONAL;71\n2;Школа 2;SCHOOL;INSTITUTIONAL;71\n");
            imported(coordinator, "people", "Номер;Организация;Должность;Работает с\nА1;1;Учитель;01.09.2020\nА2;2;Учитель;01.09.2020\nА3;1;Учитель;01.09.2020\n");
            imported(coordinator, "results", "Код человека;Процедура;Организатор;Дата;Область компетенций;Баллы;Максимум\n"
                    + "А1;ENTRY;CNPPM;01.03.2026;%1$s;30;100\nА2;ENTRY;CNPPM;01.03.2026;%1$s;30;100\n".formatted(area(coordinator)));

            var school = UUID.fromString(body(coordinator, "imported-subjects?kind=ORGANISATION&number=1").path("items").path(0).path("id").asString());
            var mine = alone.with(Tokens.of(Role.ORGANISATION, null, school, null));
            assertThat(body(mine, "results").path("items")).hasSize(1);
            assertThat(body(mine, "deficits").path("items")).hasSize(1);
            var coverage = body(mine, "analytics/coverage?by=ORGANISATION&since=2026-01-01&until=2026-12-31").path("items").path(0);
            assertThat(coverage.path("title").asString()).isEqualTo("Школа 1");
            assertThat(coverage.path("staff").asInt()).isEqualTo(2);
            assertThat(coverage.path("diagnosed").asInt()).isEqualTo(1);
        }
    }

    private static void imported(WebTestClient coordinator, String kind, String file) {
        assertThat(Kept.imported(coordinator, kind, file)).as(kind).containsEntry("status", "DONE").containsEntry("refused", 0);
    }

    private static JsonNode body(WebTestClient client, String path) {
        return Objects.requireNonNull(client.get().uri("/api/diagnostics/v1/" + path).exchange().expectStatus().isOk()
                .expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    private static String area(WebTestClient client) {
        var areas = client.get().uri("/api/diagnostics/v1/competence-areas").exchange()
                .expectHeader().doesNotExist("X-Data-As-Of")
                .expectBody(JsonNode.class).returnResult().getResponseBody();
        return areas.path("items").path(0).path("code").asString();
    }

    private static String asOf(WebTestClient client, String path) {
        return client.get().uri(path).exchange().expectBody().returnResult().getResponseHeaders().getFirst("X-Data-As-Of");
    }
}
