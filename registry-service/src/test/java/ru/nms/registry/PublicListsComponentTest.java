package ru.nms.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.school;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublicListsComponentTest {

    private static final JsonMapper JSON = new JsonMapper();

    /// Every field of every public list: who adds one here has thought of whether it is private.
    private static final Map<String, String> FIELDS = new TreeMap<>(Map.of(
            "methodical-body", "firstName lastName municipality organisation patronymic since subjects",
            "sites/open", "capacity competences equipment id kind organisation since subjects title until",
            "practices/open", "competences description id kind organisation proof publishedOn subjects title uses",
            "acts/open", "amendsIds annexToId date file id inForceOn issuer kind number repealedOn repealsIds status title",
            "reports", "code path title"));

    private final UUID school = school(municipality("Нижнетавдинский"));
    private final UUID person = created("people", Registry.teacher("Публичная" + UUID.randomUUID(), school));

    @Test
    @Clause("GW-007")
    void showsMethodistsSitesPracticesActsAndReportsWithoutATokenAndWithoutPrivateFields() {
        created("methodists", "{\"personId\": \"%s\", \"kind\": \"REGIONAL\", \"since\": \"2026-01-01\"}".formatted(person));
        created("sites", """
                {"kind": "INTERNSHIP", "organisationId": "%s", "title": "Площадка %s", "capacity": 1, "since": "2025-01-01",
                 "selectedOn": "2024-12-01", "experience": "Опыт", "supervisorId": "%s"}""".formatted(school, UUID.randomUUID(), person));
        created("acts", """
                {"kind": "ORDER", "number": "%s", "date": "2024-01-10", "title": "О назначении", "responsibleId": "%s", "duty": "Исполнение"}"""
                .formatted(UUID.randomUUID(), person));
        published();

        FIELDS.forEach((list, fields) -> {
            var items = read(list).get("items");
            var shown = new TreeSet<String>();
            items.forEach(item -> shown.addAll(item.propertyNames()));
            assertThat(items).as(list).isNotEmpty();
            assertThat(String.join(" ", shown)).as(list).isEqualTo(fields);
        });
        read("reports").get("items").forEach(report -> assertThat(JSON.writeValueAsString(
                read(report.get("path").asString().replace("/api/registry/v1/", "")))).doesNotContain("Публичная", person.toString()));
    }

    private void published() {
        var id = created("practices", """
                {"kind": "TEACHING", "title": "Практика %s", "description": "Описание", "proof": "Рост", "origin": "AUTHORS",
                 "organisationId": "%s", "authorIds": ["%s"]}""".formatted(UUID.randomUUID(), school, person));
        Shelf.act(Registry.coordinator(), "practices/" + id + "/expertise", 1, "").expectStatus().isOk();
        Shelf.act(Registry.coordinator(), "practices/" + id + "/acceptance", 2, "{\"on\": \"2025-04-20\", \"result\": \"Да\"}").expectStatus().isOk();
        Shelf.act(Registry.coordinator(), "practices/" + id + "/publication", 3, "{\"on\": \"2025-05-01\"}").expectStatus().isOk();
    }

    private static JsonNode read(String path) {
        return JSON.readTree(Registry.get(TYUMEN.anonymous(), path).expectStatus().isOk().expectBody(String.class).returnResult()
                .getResponseBody());
    }
}
