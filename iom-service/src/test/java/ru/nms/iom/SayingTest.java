package ru.nms.iom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.iom.Iom.TODAY;
import static ru.nms.iom.Iom.inDays;
import static ru.nms.iom.Iom.participation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import ru.nms.contracts.ParticipationChanged;
import ru.nms.contracts.RouteChanged;
import ru.nms.iom.Iom.Reply;
import ru.nms.iom.Iom.Teacher;
import ru.nms.platform.access.Role;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.TestServers;
import ru.nms.platform.testkit.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What leaves the service and comes in over real Kafka, and the federal feed.
class SayingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final JsonMapper JSON = EventJson.create().mapper();

    /// One that no other test draws up routes for.
    private static final String COMPETENCE = "COMMUNICATIVE";

    private final Iom iom = Iom.in(Iom.HEARING);

    @Test
    @Clause("IOM-040")
    void anAttendanceOnKafkaClosesTheItemAndIsAnnounced() throws Exception {
        var teacher = iom.teacher();
        var event = UUID.randomUUID();
        var route = walking(teacher);

        send(participation(UUID.randomUUID(), 2, event, teacher, "PRESENT", inDays(3), COMPETENCE));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(announced(route.id()).stream()
                .flatMap(said -> said.path("items").valueStream())
                .filter(item -> item.path("status").asString().equals("DONE"))).hasSize(1));
        assertThat(announced(route.id())).last().satisfies(said ->
                assertThat(said.path("version").asLong()).isEqualTo(version(teacher, route)));
    }

    @Test
    void everyChangeIsSaidAsTheGoldenEventHasIt() throws Exception {
        var teacher = iom.teacher();
        iom.event("Семинар", inDays(1), COMPETENCE);
        var route = walking(teacher);
        var golden = JSON.readTree(Files.readString(Path.of("../contracts/src/test/resources/golden",
                RouteChanged.TOPIC.name() + ".json")));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(announced(route.id())).last().satisfies(said -> {
            assertThat(said.path("status").asString()).isEqualTo("IN_PROGRESS");
            assertThat(shape(said)).isEqualTo(shape(golden));
        }));
        assertThat(announced(route.id()).toString()).doesNotContain("Образцова", "Семинар");
    }

    @Test
    void theFederalFeedHasNoNamesAndNoWordsOfPeople() {
        var teacher = iom.teacher();
        var route = walking(teacher);

        await().atMost(PATIENCE).untilAsserted(() -> {
            var changes = iom.service().with(Tokens.of(Role.FEDERAL)).get().uri("/api/sync/v1/routes/changes?limit=5000")
                    .exchange().expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
            assertThat(changes).contains(route.id().toString()).contains("\"IN_PROGRESS\"")
                    .doesNotContain("Образцова", "title", "reflection", "remarks");
        });
    }

    private Reply walking(Teacher teacher) {
        iom.result(teacher, COMPETENCE);
        iom.deficit(teacher, COMPETENCE, "MEDIUM");
        var route = iom.post(teacher.token(), "/routes", """
                {"personId": "%s", "from": "%s", "until": "%s"}""".formatted(teacher.id(), TODAY, TODAY.plusMonths(3)));
        for (var step : List.of("submission", "agreement", "approval", "start")) {
            var token = switch (step) {
                case "agreement" -> teacher.organisationToken();
                case "approval" -> Tokens.of(Role.COORDINATOR);
                default -> teacher.token();
            };
            route = iom.post(token, "/routes/" + route.id() + "/" + step, null, route.etag());
            assertThat(route.status()).isEqualTo(200);
        }
        return route;
    }

    private long version(Teacher teacher, Reply route) {
        return iom.get(teacher.token(), "/routes/" + route.id()).body().path("version").asLong();
    }

    private static void send(ParticipationChanged event) throws Exception {
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", TestServers.kafka()),
                new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>(ParticipationChanged.TOPIC.name(), event.subject().toString(),
                    JSON.writeValueAsString(event));
            record.headers().add("ce_epoch", "1".getBytes(StandardCharsets.UTF_8));
            producer.send(record).get();
        }
    }

    /// What stands on the topic about one route, oldest first.
    private static List<JsonNode> announced(UUID route) {
        var topic = RouteChanged.TOPIC.name();
        try (var consumer = new KafkaConsumer<>(new HashMap<String, Object>(Map.of("bootstrap.servers", TestServers.kafka(),
                "isolation.level", "read_committed")), new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new java.util.ArrayList<JsonNode>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(route.toString())) {
                        found.add(JSON.readTree(record.value()));
                    }
                });
            }
            return found;
        }
    }

    /// Paths of all fields.
    private static Set<String> shape(JsonNode node) {
        var paths = new TreeSet<String>();
        collect(node, "", paths);
        return paths;
    }

    private static void collect(JsonNode node, String path, Set<String> paths) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), path + "/" + field.getKey(), paths));
        } else if (node.isArray()) {
            node.forEach(one -> collect(one, path + "[]", paths));
        } else {
            paths.add(path);
        }
    }
}
