package ru.nms.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.contracts.Event;
import ru.nms.contracts.IndicatorValueChanged;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.access.Role;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.probe.Wire;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.TestServers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// From facts on Kafka to a value on Kafka and in the change feed.
class ToldTest {

    private static final Monitoring TYUMEN = Monitoring.hearing();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UUID municipality = UUID.randomUUID();

    @Test
    @Clause("MON-003")
    void tellsAValueInTheGoldenShapeAndOnceForEachChange() throws Exception {
        var person = UUID.randomUUID();
        send(MunicipalityChanged.TOPIC, new MunicipalityChanged(UUID.randomUUID(), municipality, 1, 1, Instant.EPOCH, "ishim",
                "Ишим", List.of(), null, Map.of("EDUCATION_DISTRICT", "ISHIM"), Map.of(), Map.of(), null));
        send(PersonChanged.TOPIC, new PersonChanged(UUID.randomUUID(), person, 1, 1, Instant.EPOCH,
                List.of(Monitoring.post(municipality)), null, null, null));
        send(ResultChanged.TOPIC, result(person, 1));

        await().atMost(PATIENCE).until(() -> told().stream().anyMatch(value -> value.path("numerator").asInt() == 1));
        var newest = told().getLast();
        assertThat(shape(newest)).isEqualTo(shape(golden()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(feed()).contains(newest.get("subject").asString())
                .doesNotContain(person.toString()));

        send(ResultChanged.TOPIC, result(UUID.randomUUID(), 1));
        send(PersonChanged.TOPIC, new PersonChanged(UUID.randomUUID(), UUID.randomUUID(), 1, 1, Instant.EPOCH,
                List.of(Monitoring.post(municipality)), null, null, null));
        await().atMost(PATIENCE).until(() -> told().getLast().path("denominator").asInt() == 2);
        assertThat(told()).doesNotHaveDuplicates().extracting(value -> value.get("version").asLong())
                .doesNotHaveDuplicates().isSorted();
    }

    private static ResultChanged result(UUID person, long version) {
        return new ResultChanged(UUID.randomUUID(), UUID.randomUUID(), 1, version, Instant.EPOCH, person,
                "CNPPM_DIAGNOSTICS", "CNPPM", LocalDate.of(2024, 2, 1), List.of());
    }

    private static void send(Topic<?> topic, Event event) throws Exception {
        new Wire(TestServers.kafka()).send(topic.name(), event.subject().toString(),
                TYUMEN.service().bean(EventJson.class).mapper().writeValueAsString(event), event.version());
    }

    /// What was said of the municipality in the academic year 2023/24, oldest first.
    private List<JsonNode> told() {
        return new Wire(TestServers.kafka()).all(IndicatorValueChanged.TOPIC.name(), record -> true).stream()
                .map(record -> JSON.readTree(record.value()))
                .filter(value -> value.get("territory").asString().equals(municipality.toString())
                        && value.get("code").asString().equals("T-1.1.2")
                        && value.get("periodFrom").asString().equals("2023-09-01"))
                .toList();
    }

    private static String feed() {
        return String.valueOf(TYUMEN.service().as(Role.FEDERAL).get().uri("/api/sync/v1/indicator-values/changes?limit=5000")
                .exchange().expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
    }

    private static JsonNode golden() throws IOException {
        return JSON.readTree(Files.readString(Path.of("../contracts/src/test/resources/golden",
                IndicatorValueChanged.TOPIC.name() + ".json")));
    }

    /// Names and types, without values.
    private static JsonNode shape(JsonNode event) {
        var shape = (ObjectNode) event.deepCopy();
        shape.properties().forEach(field ->
                field.setValue(JSON.getNodeFactory().stringNode(field.getValue().getNodeType().name())));
        return shape;
    }
}
