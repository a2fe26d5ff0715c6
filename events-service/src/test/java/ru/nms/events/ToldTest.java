package ru.nms.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.events.Events.attend;
import static ru.nms.events.Events.begins;
import static ru.nms.events.Events.coordinator;
import static ru.nms.events.Events.draftOf;
import static ru.nms.events.Events.id;
import static ru.nms.events.Events.organisation;
import static ru.nms.events.Events.post;
import static ru.nms.events.Events.published;
import static ru.nms.events.Events.records;
import static ru.nms.events.Events.registered;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.EventChanged;
import ru.nms.contracts.ParticipationChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What stands on the topics has exactly the shape of the golden files, and says in its headers what it is.
class ToldTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// An event of no district says nothing of one.
    @Test
    void tellsEventsInTheGoldenShape() throws IOException {
        var event = published(organisation(UUID.randomUUID()), 5);
        var golden = ((ObjectNode) golden(EventChanged.TOPIC)).without(List.of("groupingUnit", "groupingTask"));

        assertThat(shape(newest(EventChanged.TOPIC, event, 2))).isEqualTo(shape(golden));
    }

    @Test
    void tellsEventsOfADistrictInTheGoldenShape() throws IOException {
        var arkhangelsk = Events.of("arkhangelsk");
        var event = id(post(arkhangelsk.as(Role.COORDINATOR), "/events", draftOf(UUID.randomUUID(), "IMO-1", "JOINT_EVENTS")).expectStatus().isCreated());
        var waiting = arkhangelsk.bean(DatabaseClient.class).sql("SELECT payload FROM outbox WHERE aggregateid = :event")
                .bind("event", event).map(row -> row.get("payload", String.class)).one().block();

        assertThat(shape(JSON.readTree(waiting))).isEqualTo(shape(golden(EventChanged.TOPIC)));
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
