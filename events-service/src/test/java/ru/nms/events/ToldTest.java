package ru.nms.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.events.Events.attend;
import static ru.nms.events.Events.begins;
import static ru.nms.events.Events.coordinator;
import static ru.nms.events.Events.organisation;
import static ru.nms.events.Events.published;
import static ru.nms.events.Events.records;
import static ru.nms.events.Events.registered;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import ru.nms.contracts.EventChanged;
import ru.nms.contracts.ParticipationChanged;
import ru.nms.contracts.Topic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What stands on the topics has exactly the shape of the golden files, and says in its headers what it is.
class ToldTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void tellsEventsInTheGoldenShape() throws IOException {
        var event = published(organisation(UUID.randomUUID()), 5);

        assertThat(shape(newest(EventChanged.TOPIC, event, 2))).isEqualTo(shape(golden(EventChanged.TOPIC)));
    }

    @Test
    void tellsParticipationsInTheGoldenShape() throws IOException {
        var event = published(organisation(UUID.randomUUID()), 5);
        var seat = registered(event, UUID.randomUUID());
        begins(event);
        attend(coordinator(), event, seat, 1, "PRESENT").expectStatus().isOk();

        assertThat(shape(newest(ParticipationChanged.TOPIC, seat, 2))).isEqualTo(shape(golden(ParticipationChanged.TOPIC)));
    }

    private static JsonNode newest(Topic<?> topic, UUID subject, int count) {
        await().until(() -> records(topic, subject).size() == count);
        var record = records(topic, subject).getLast();
        assertThat(header(record, "ce_type")).isEqualTo(topic.name());
        assertThat(header(record, "ce_source")).isEqualTo("/nms/events");
        assertThat(header(record, "ce_id")).isEqualTo(JSON.readTree(record.value()).get("eventId").asString());
        return JSON.readTree(record.value());
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static JsonNode golden(Topic<?> topic) throws IOException {
        return JSON.readTree(Files.readString(Path.of("../contracts/src/test/resources/golden", topic.name() + ".json")));
    }

    /// Names and types, without values.
    private static JsonNode shape(JsonNode event) {
        var shape = (ObjectNode) event.deepCopy();
        shape.properties().forEach(field -> field.setValue(JSON.getNodeFactory().stringNode(field.getValue().getNodeType().name())));
        return shape;
    }
}
