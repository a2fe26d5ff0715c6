package ru.nms.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventSchemaTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static List<Topic<?>> topics() {
        return EventTypes.topics();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void staysReadableForThoseWhoReadThePublishedOne(Topic<?> topic) {
        var published = schema(topic);
        if (published.exists()) {
            assertThat(SchemaChange.breaks(published.read(), EventSchema.of(topic)))
                    .as("A break needs a new topic version beside %s (docs/events.md)", topic.name()).isEmpty();
        }

        published.matches(EventSchema.of(topic));
    }

    @Test
    void hasNoSchemaWithoutARecord() throws Exception {
        try (var files = Files.list(Path.of("src/main/resources/schemas"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(topics().stream().map(topic -> topic.name() + ".json").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void describesTheGoldenFile(String name) throws Exception {
        var golden = Files.readString(GOLDEN.resolve(name));

        assertThat(errors(Files.readString(Path.of("src/main/resources/schemas", name)), golden)).isEmpty();
    }

    static List<String> goldenFiles() throws Exception {
        try (var files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void refusesAnEventThatLacksWhatIsRequiredOrHasAnotherType() {
        var schema = EventSchema.of(ParticipationChanged.TOPIC).toString();

        assertThat(errors(schema, "{\"eventId\": 5}")).anyMatch(error -> error.contains("eventId"))
                .anyMatch(error -> error.contains("personId"));
    }

    @Test
    void tellsBreaksFromAdditions() {
        var published = EventSchema.of(EventChanged.TOPIC);
        var added = published.deepCopy();
        properties(added).putObject("venue").put("type", "string");
        var removed = published.deepCopy();
        properties(removed).remove("title");
        var retyped = published.deepCopy();
        ((ObjectNode) properties(retyped).get("startsAt")).put("format", "date");
        var demanding = added.deepCopy();
        demanding.withArray("required").add("venue");
        var items = published.deepCopy();
        ((ObjectNode) properties(items).get("competences").get("items")).put("type", "integer");

        assertThat(SchemaChange.breaks(published, added)).isEmpty();
        assertThat(SchemaChange.breaks(published, removed)).containsExactly("/title is gone");
        assertThat(SchemaChange.breaks(published, retyped)).containsExactly("/startsAt has another type");
        assertThat(SchemaChange.breaks(published, demanding)).containsExactly("/venue is newly required");
        assertThat(SchemaChange.breaks(added, published)).containsExactly("/venue is gone");
        assertThat(SchemaChange.breaks(published, items)).containsExactly("/competences/* has another type");
    }

    private static ObjectNode properties(JsonNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static CheckedIn schema(Topic<?> topic) {
        return new CheckedIn(Path.of("src/main/resources/schemas", topic.name() + ".json"));
    }

    private static List<String> errors(String schema, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(json, InputFormat.JSON, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream().map(Object::toString).toList();
    }
}
