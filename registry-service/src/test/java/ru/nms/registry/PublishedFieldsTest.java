package ru.nms.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;

import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is shown without a token, by the description of the running service.
class PublishedFieldsTest {

    /// What of a person is nobody's business on a site.
    private static final Set<String> PRIVATE = Set.of("birthDate", "snils", "externalId", "phone", "email", "weeklyHours",
            "responsible", "contacts", "young", "educationMatch", "personId");

    private final JsonNode document = new JsonMapper().readTree(Objects.requireNonNull(TYUMEN.anonymous().mutate()
            .responseTimeout(Duration.ofMinutes(1)).codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20)).build()
            .get().uri("/v3/api-docs").exchange().expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody()));

    @Test
    @Clause("REG-019")
    void publishesNoPrivateField() {
        var published = new TreeMap<String, Set<String>>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> operation.getValue().path("security").isEmpty())
                .forEach(operation -> published.put(operation.getKey() + " " + path.getKey(), fields(operation.getValue().path("responses").path("200")))));

        assertThat(published).isNotEmpty();
        assertThat(published).allSatisfy((operation, fields) -> assertThat(fields).as(operation).doesNotContainAnyElementsOf(PRIVATE));
        assertThat(fields(document.at("/paths/~1api~1registry~1v1~1people~1{id}/get/responses/200")))
                .as("the card, which nobody publishes").contains("birthDate", "externalId", "weeklyHours");
    }

    private Set<String> fields(JsonNode answer) {
        var fields = new TreeSet<String>();
        gather(answer, fields, new HashSet<>());
        return fields;
    }

    private void gather(JsonNode node, Set<String> fields, Set<String> seen) {
        node.path("properties").properties().forEach(property -> fields.add(property.getKey()));
        var reference = node.path("$ref").asString("");
        if (!reference.isEmpty() && seen.add(reference)) {
            gather(document.at(reference.substring(1)), fields, seen);
        }
        node.forEach(child -> gather(child, fields, seen));
    }
}
