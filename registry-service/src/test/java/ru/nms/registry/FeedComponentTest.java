package ru.nms.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.school;
import static ru.nms.registry.Registry.teacher;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedComponentTest {

    private final UUID school = school(municipality("Абатский"));

    @Test
    void tellsTheFederationWhatPeopleDoAndNotWhoTheyAre() {
        var lastName = "Тайная" + UUID.randomUUID();
        var id = created("people", teacher(lastName, school));

        var person = read("people").get(id.toString());

        assertThat(person.at("/data/category").asString()).isEqualTo("FIRST");
        assertThat(person.at("/data/posts/0/organisationId").asString()).isEqualTo(school.toString());
        assertThat(person.toString()).doesNotContain(lastName, "1998", "Отчество");
    }

    @Test
    void feedsEveryCollection() {
        var person = teacher(school);
        var methodist = created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(person));
        var assignment = created("assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "2026-02-01"}""".formatted(methodist, teacher(school)));

        assertThat(read("municipalities")).hasSize(26);
        assertThat(read("organisations")).containsKey(school.toString());
        assertThat(read("methodists").get(methodist.toString()).at("/data/personId").asString()).isEqualTo(person.toString());
        assertThat(read("assignments").get(assignment.toString()).at("/data/since").asString()).isEqualTo("2026-02-01");
    }

    /// The whole collection by id, page by page.
    private static Map<String, JsonNode> read(String collection) {
        Map<String, JsonNode> items = new HashMap<>();
        var after = "";
        JsonNode page;
        do {
            page = new JsonMapper().readTree(TYUMEN.as(Role.FEDERAL).get()
                    .uri("/api/sync/v1/" + collection + "/changes?limit=300" + after).exchange()
                    .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
            page.at("/items").forEach(item -> items.put(item.at("/id").asString(), item));
            after = "&after=" + page.at("/next").asString();
        } while (page.at("/more").asBoolean());
        return items;
    }
}
