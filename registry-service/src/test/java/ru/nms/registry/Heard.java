package ru.nms.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import ru.nms.contracts.Topic;
import ru.nms.platform.testkit.TestServers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a topic says about one subject.
public record Heard(Topic<?> topic, List<String> texts) {

    private static final JsonMapper JSON = new JsonMapper();

    /// Waits until the topic speaks of the subject.
    public static Heard on(Topic<?> topic, UUID subject) {
        return on(topic, subject, 1);
    }

    /// Waits until it was told so many times: of what was created and then changed, the first state is heard first.
    public static Heard on(Topic<?> topic, UUID subject, int times) {
        var texts = new ArrayList<String>();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            texts.clear();
            texts.addAll(read(topic, subject));
            assertThat(texts).hasSizeGreaterThanOrEqualTo(times);
        });
        return new Heard(topic, texts);
    }

    private static List<String> read(Topic<?> topic, UUID subject) {
        Map<String, Object> config = Map.of("bootstrap.servers", TestServers.kafka(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(it -> new TopicPartition(topic.name(), it.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<String> texts = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> heard : consumer.poll(Duration.ofMillis(200))) {
                    if (heard.key().equals(subject.toString())) {
                        texts.add(heard.value());
                    }
                }
            }
            return texts;
        }
    }

    public String text() {
        return texts.getLast();
    }

    /// Whether the last that was said is that there is nothing any more.
    public boolean isGone() {
        return Objects.isNull(texts.getLast());
    }

    public int times() {
        return texts.size();
    }

    public JsonNode json() {
        return JSON.readTree(text());
    }

    public void hasTheFormOfTheGoldenFile() {
        assertThat(form(json())).isEqualTo(form(JSON.readTree(golden())));
    }

    private String golden() {
        try {
            return Files.readString(Path.of("../contracts/src/test/resources/golden", topic.name() + ".json"), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Names and types, without values; years and the like as keys are values too.
    private static Set<String> form(JsonNode node) {
        var form = new TreeSet<String>();
        form("", node, form);
        return form;
    }

    private static void form(String path, JsonNode node, Set<String> form) {
        if (node.isObject()) {
            node.properties().forEach(field -> form(
                    path + "/" + (field.getKey().matches("[a-z][A-Za-z]*") ? field.getKey() : "*"), field.getValue(), form));
        } else if (node.isArray()) {
            node.forEach(item -> form(path + "/-", item, form));
        } else {
            form.add(path + " " + node.getNodeType());
        }
    }
}
