package ru.nms.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

class AsyncApiTest {

    @Test
    void isCheckedInAsTheRecordsSayIt() {
        new CheckedIn(Path.of("../docs/asyncapi.json")).matches(AsyncApi.document());
    }

    @Test
    void refersOnlyToWhatItHolds() {
        var document = AsyncApi.document();

        assertThat(document.findValues("$ref").stream().map(JsonNode::asString).distinct()).isNotEmpty()
                .allSatisfy(pointer -> assertThat(document.at(pointer.substring(1)).isMissingNode()).as(pointer).isFalse());
    }

    static List<Topic<?>> topics() {
        return EventTypes.topics();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void standsInTheTableOfTopics(Topic<?> topic) throws Exception {
        assertThat(Files.readString(Path.of("../docs/events.md"))).contains("| `" + topic.name() + "` | " + topic.owner() + " |");
    }
}
